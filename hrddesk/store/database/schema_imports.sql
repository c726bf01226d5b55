-- The cells of every imported row as they last came, so that a later import takes only what changed in them.
CREATE TABLE import_row (
    act INTEGER NOT NULL,               -- the import that brought them
    source TEXT NOT NULL,
    file TEXT NOT NULL,
    key TEXT NOT NULL,
    cells TEXT NOT NULL,                -- JSON: column -> text
    PRIMARY KEY (act, source, file, key)
) WITHOUT ROWID, STRICT;
