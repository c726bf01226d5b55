-- Search: what records are called, up to 64 records that came one after the other in one row.
CREATE TABLE search_name (
    kind TEXT NOT NULL,
    block INTEGER NOT NULL,             -- the numbers of the records, divided by 64
    names BLOB NOT NULL,                -- of each record its normalised forms, UTF-8; a zero byte stands between
    ids BLOB NOT NULL,                  -- of each record, 16 bytes
    PRIMARY KEY (kind, block)           -- of a table with rowids: what is scanned lies in no index
) STRICT;
