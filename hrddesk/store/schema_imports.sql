-- The cells of every imported row as they last came, so that a later import takes only what changed in them.
CREATE TABLE import_row (
    source TEXT NOT NULL,
    file TEXT NOT NULL,
    key TEXT NOT NULL,
    act INTEGER NOT NULL,               -- the import that brought them
    cells TEXT NOT NULL,                -- JSON: column -> text
    PRIMARY KEY (source, file, key, act)
) WITHOUT ROWID, STRICT;
CREATE INDEX import_row_by_act ON import_row (act);
