-- Findings that somebody looked at and put aside, and which records each was about.
CREATE TABLE dismissal (
    finding TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    day TEXT NOT NULL
) WITHOUT ROWID, STRICT;
CREATE TABLE dismissal_record (
    finding TEXT NOT NULL REFERENCES dismissal(finding),
    record TEXT NOT NULL,
    PRIMARY KEY (finding, record)
) WITHOUT ROWID, STRICT;
