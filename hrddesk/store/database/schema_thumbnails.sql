-- Small pictures of evidence, made once: packed pixels, found by the hash of the file, and gone with its content.
-- Each row proves itself by a MAC.
CREATE TABLE thumbnail (
    sha256 TEXT PRIMARY KEY REFERENCES blob(sha256) ON DELETE CASCADE,
    picture BLOB NOT NULL,
    mac BLOB NOT NULL
) STRICT;
