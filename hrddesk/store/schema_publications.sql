-- Which free text somebody has read and allowed for which profile.
CREATE TABLE text_review (
    record TEXT NOT NULL REFERENCES record(id),
    field TEXT NOT NULL,
    profile TEXT NOT NULL,
    digest TEXT NOT NULL,               -- of the text and of the names known in it; another one: not reviewed
    time INTEGER NOT NULL,              -- seconds since 1970, UTC
    who TEXT NOT NULL,
    PRIMARY KEY (record, field, profile)
) WITHOUT ROWID, STRICT;

-- What was published. The map of labels is here and nowhere else.
CREATE TABLE publication (
    num INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,              -- seconds since 1970, UTC
    who TEXT NOT NULL,
    profile TEXT NOT NULL,              -- as it was, JSON
    request TEXT NOT NULL,              -- cases, people to label, reviewed texts, title: JSON
    labels TEXT NOT NULL,               -- JSON: party -> label in both languages
    model TEXT NOT NULL,                -- the redacted model, canonical JSON
    file TEXT NOT NULL,                 -- the name it was given
    sha256 TEXT NOT NULL,               -- of the file
    pages INTEGER NOT NULL
) STRICT;
CREATE INDEX publication_by_hash ON publication (sha256);
