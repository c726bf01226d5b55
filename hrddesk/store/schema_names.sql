-- Search: what records are called, packed by kind into rows that fill a page and are scanned one by one. A row
-- per record would cost most of a search.
CREATE TABLE search_page (
    kind TEXT NOT NULL,
    first INTEGER NOT NULL,             -- the least number of a record in it; the next row of the kind goes on
    names BLOB NOT NULL,                -- of each record its normalised forms, UTF-8; a zero byte stands between
    ids BLOB NOT NULL,                  -- of each record, 16 bytes
    PRIMARY KEY (kind, first)           -- of a table with rowids: what is scanned lies in no index
) STRICT;
