-- Where people are, worked out from the records, so that lists and figures need not work it out again.
-- A change of a record drops the rows of all who are in it; what is missing, or holds no longer, is made anew.
CREATE TABLE person_status (
    person TEXT PRIMARY KEY,
    rules TEXT NOT NULL,                -- what stands for the rules and words that it was worked out by
    first INTEGER NOT NULL,             -- the day as of which it was worked out, as an ordinal
    until INTEGER NOT NULL,             -- the first day on which it may be another
    answer TEXT NOT NULL,               -- as lists show it; empty for a party that has no status
    counted TEXT NOT NULL,              -- JSON: what figures count
    status TEXT NOT NULL                -- JSON: all of it
) WITHOUT ROWID, STRICT;
