-- What figures are counted over, made from the records as a row of the history left them, and of no later change.
-- What was changed since is read from the records. Each row proves itself by a MAC: an older one of another time
-- does not fit, and then all of it is made anew.
CREATE TABLE figure_kept (
    owners TEXT PRIMARY KEY,            -- cases or people: whose rows lie beside each other
    told TEXT NOT NULL,                 -- JSON: the form, the row of the history, the parts and their columns
    dead BLOB NOT NULL,                 -- of every part the rows that no longer count, as bits
    mac BLOB NOT NULL
) WITHOUT ROWID, STRICT;
CREATE TABLE figure_column (
    part INTEGER NOT NULL,
    name TEXT NOT NULL,
    said TEXT NOT NULL,                 -- JSON: what the codes stand for; empty for a list
    data BLOB NOT NULL,
    mac BLOB NOT NULL,
    PRIMARY KEY (part, name)
) STRICT;
