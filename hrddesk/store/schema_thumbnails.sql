-- Small pictures of evidence, made once: packed pixels, found by the hash of the file, and gone with its content.
-- Each row proves itself by a MAC. An older vault gets the table when the first picture is kept.
CREATE TABLE IF NOT EXISTS thumbnail (
    sha256 TEXT PRIMARY KEY REFERENCES blob(sha256) ON DELETE CASCADE,
    picture BLOB NOT NULL,
    mac BLOB NOT NULL
) STRICT;
