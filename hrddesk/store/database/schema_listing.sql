-- What the list of cases shows and sorts by, one row a case, kept current by every change.
CREATE TABLE case_row (
    id TEXT PRIMARY KEY REFERENCES record(id),
    ref TEXT NOT NULL,
    title TEXT NOT NULL,
    people TEXT NOT NULL,
    people_key TEXT NOT NULL,
    last_event TEXT NOT NULL,           -- the date as it was typed
    last_day INTEGER NOT NULL           -- its latest day; 0 where no event has a date
) WITHOUT ROWID, STRICT;
CREATE INDEX case_row_by_title ON case_row (title, id);
CREATE INDEX case_row_by_people ON case_row (people_key, id);
CREATE INDEX case_row_by_day ON case_row (last_day, id);
