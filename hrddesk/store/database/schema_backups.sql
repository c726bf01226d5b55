-- Backups that this vault made or came from. Each opens with the secrets that the vault had then.
CREATE TABLE backup (
    num INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,              -- seconds since 1970, UTC
    path TEXT NOT NULL,                 -- where it was written; empty once it is gone
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    head_number INTEGER NOT NULL,       -- of the history that it holds, and its head
    head BLOB NOT NULL,
    state TEXT NOT NULL,                -- begun, whole, gone
    tested INTEGER                      -- when a restore of it was tried and passed; NULL: never
) STRICT;
