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
    pages INTEGER NOT NULL,
    report TEXT                         -- the report that it prints; its letters hold along the report's series
) STRICT;
CREATE INDEX publication_by_hash ON publication (sha256);

-- How people stood in a publication. It stays when the publication is erased for somebody else: a label holds.
CREATE TABLE publication_person (
    publication INTEGER NOT NULL,       -- its number, which is never given again
    series INTEGER NOT NULL,            -- the number of the first publication of its series
    party TEXT NOT NULL,
    stood TEXT NOT NULL,                -- named, chosen (a label by choice), profile (a label as all others)
    noun TEXT NOT NULL,                 -- what the label calls its bearer; empty for who was named
    number INTEGER NOT NULL,            -- the label's, from 0: B of Person B is 1
    PRIMARY KEY (publication, party)
) WITHOUT ROWID, STRICT;

-- Names of people with a label by choice, as keyed hashes: they stay when the person is forgotten.
CREATE TABLE protected_name (
    name TEXT NOT NULL,                 -- of one form of one name
    person TEXT NOT NULL,               -- of the id of the record
    publication INTEGER NOT NULL,       -- the first in which the person had a label by choice
    PRIMARY KEY (name, person)
) WITHOUT ROWID, STRICT;

-- Whose label somebody took off for a publication, and why.
CREATE TABLE label_removal (
    publication INTEGER NOT NULL,
    party TEXT NOT NULL,
    reason TEXT NOT NULL,               -- empty where it was erased with the publication
    PRIMARY KEY (publication, party)
) WITHOUT ROWID, STRICT;

-- Why each risk of a publication was accepted.
CREATE TABLE publication_answer (
    publication INTEGER NOT NULL,
    risk TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (publication, risk)
) WITHOUT ROWID, STRICT;

-- Every count of the tables that were printed, to compare later ones with.
CREATE TABLE publication_count (
    publication INTEGER NOT NULL,
    asked TEXT NOT NULL,                -- the question without its days, JSON
    cell TEXT NOT NULL,                 -- which count of it, JSON
    count INTEGER,                      -- NULL where it was hidden
    PRIMARY KEY (publication, asked, cell)
) WITHOUT ROWID, STRICT;
