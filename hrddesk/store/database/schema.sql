-- One row for every record there is or was; a deleted one stays as its tombstone.
CREATE TABLE record (
    num INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0, -- 1 with a tombstone; 2 without, as if it had never been here
    history INTEGER NOT NULL            -- number of its latest row of history, whose state has its version
) STRICT;

-- Free texts lie apart, so that lists of cases do not drag them through memory.
CREATE TABLE long_text (
    num INTEGER PRIMARY KEY,
    owner TEXT NOT NULL REFERENCES record(id),
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (owner, field)
) STRICT;

-- What one change did to one record. `mac` chains each row to all before it.
CREATE TABLE history (
    num INTEGER PRIMARY KEY,
    act INTEGER NOT NULL,               -- number of the first row of the same transaction
    time INTEGER NOT NULL,              -- seconds since 1970, UTC
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    record TEXT NOT NULL,
    digest BLOB NOT NULL,               -- SHA-256(salt || record id || state after the change)
    mac BLOB NOT NULL
) STRICT;
CREATE INDEX history_by_record ON history (record, num);
CREATE INDEX history_by_act ON history (act);

-- What forgetting erases; the chain above holds without it.
CREATE TABLE history_content (
    num INTEGER PRIMARY KEY REFERENCES history(num),
    salt BLOB NOT NULL,
    state BLOB NOT NULL                 -- canonical JSON of record and version after the change, packed
) STRICT;

-- With what states are packed: zlib streams that name their dictionary by its Adler-32.
CREATE TABLE state_dictionary (
    id INTEGER PRIMARY KEY,             -- the Adler-32
    kind TEXT NOT NULL,                 -- of the records whose states it fits
    words BLOB NOT NULL
) STRICT;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;

-- Evidence by content. Up to 64 KiB it lies here, larger ones in att/, each under a key of its own.
CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    file_id TEXT,                       -- 32 hex digits: the file's name in att/
    wrapped_key BLOB,
    content BLOB
) WITHOUT ROWID, STRICT;

-- Search: words of free texts as bigrams.
CREATE VIRTUAL TABLE search_text USING fts5(
    grams, content='', contentless_delete=1, detail=none,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);

CREATE TABLE import_log (
    act INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    format TEXT NOT NULL,
    rows INTEGER NOT NULL,
    time INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;
