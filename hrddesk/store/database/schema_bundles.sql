-- What this desk is to others: the seeds of its signing keys and of its encryption keys, epoch by epoch.
CREATE TABLE identity (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    ed25519 BLOB NOT NULL,
    mldsa65 BLOB NOT NULL,
    serial INTEGER NOT NULL,            -- of the latest card
    previous_ed25519 BLOB,              -- the seeds that a rotation replaced; NULL where there was none
    previous_mldsa65 BLOB,
    previous_since INTEGER              -- ordinal of the day of the rotation
) STRICT;
CREATE TABLE identity_epoch (
    since INTEGER PRIMARY KEY,          -- ordinal of the day on which the key was made
    seed BLOB NOT NULL,
    days INTEGER NOT NULL               -- how many it serves
) STRICT;

-- The key by which several desks of one organisation sign what they publish: its seeds. And the public lines of
-- keys that it replaced and that are still good, the newest first.
CREATE TABLE organisation (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL,
    ed25519 BLOB NOT NULL,
    mldsa65 BLOB NOT NULL,
    since TEXT NOT NULL                 -- the day on which it was drawn
) STRICT;
CREATE TABLE organisation_former (place INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT;

CREATE TABLE contact (
    num INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,          -- a word of this desk's own; only its list of contacts tells it
    fingerprint BLOB NOT NULL UNIQUE,
    state TEXT NOT NULL,                -- first-use, introduced, verified, rotated, changed, revoked
    since TEXT NOT NULL,                -- the day on which the state began
    introducer INTEGER REFERENCES contact(num), -- on whose word it was taken
    is_coordinator INTEGER NOT NULL DEFAULT 0,  -- whether lists of contacts are taken from it
    sources TEXT NOT NULL DEFAULT ''    -- what went along of sources in the last bundle for it; empty before the first
) STRICT;

-- A card that was given under a contact's name, or with one of its keys, without proof. The contact is blocked.
CREATE TABLE contact_claim (
    contact INTEGER PRIMARY KEY REFERENCES contact(num),
    card BLOB NOT NULL,
    before TEXT NOT NULL,               -- the state to which the contact goes back when the claim is dismissed
    before_since TEXT NOT NULL          -- and the day on which that began
) STRICT;

-- What a contact is asked for in the next receipt.
CREATE TABLE asked (
    contact INTEGER NOT NULL REFERENCES contact(num),
    record TEXT NOT NULL,
    what TEXT NOT NULL,
    since INTEGER NOT NULL,             -- the number of the last bundle when it was asked
    PRIMARY KEY (contact, record, what)
) WITHOUT ROWID, STRICT;

-- Every card that a contact was known by; the one with the highest serial counts.
CREATE TABLE contact_key (
    contact INTEGER NOT NULL REFERENCES contact(num),
    fingerprint BLOB NOT NULL,
    serial INTEGER NOT NULL,
    card BLOB NOT NULL,
    PRIMARY KEY (contact, fingerprint, serial)
) STRICT;

-- Bundles that came in or went out; one that went to several has a row for each.
CREATE TABLE bundle (
    num INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    outgoing INTEGER NOT NULL,
    contact INTEGER NOT NULL REFERENCES contact(num),
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,                  -- as its writer's clock said
    line TEXT NOT NULL,
    history_number INTEGER NOT NULL,    -- of the writer's history, and its head
    history_head BLOB NOT NULL,
    is_placed INTEGER NOT NULL,         -- 0 for one that went out of which only the number is certain, not its file
    UNIQUE (id, outgoing, contact)
) STRICT;
CREATE INDEX bundle_by_contact ON bundle (contact, outgoing, seq);

-- Of which evidence a bundle that went out held the file.
CREATE TABLE file_sent (
    bundle INTEGER NOT NULL REFERENCES bundle(num),
    record TEXT NOT NULL,
    PRIMARY KEY (bundle, record)
) WITHOUT ROWID, STRICT;
CREATE INDEX file_sent_by_record ON file_sent (record);

-- How far this vault's own changes of a record ever left it: nobody can have seen more of them.
CREATE TABLE sent (
    record TEXT NOT NULL,
    line TEXT NOT NULL,
    counter INTEGER NOT NULL,
    PRIMARY KEY (record, line)
) WITHOUT ROWID, STRICT;

CREATE TABLE review (
    num INTEGER PRIMARY KEY,
    bundle INTEGER NOT NULL UNIQUE REFERENCES bundle(num),
    state TEXT NOT NULL,                -- open, accepted, rejected, forgotten
    accepted_by INTEGER,                -- the act that accepted all that waited, 0 where it changed nothing; else NULL
    is_partial INTEGER NOT NULL DEFAULT 0, -- whether records of it were dropped: the same bundle may be read again
    notices TEXT NOT NULL               -- codes, separated by spaces
) STRICT;
CREATE TABLE review_item (
    num INTEGER PRIMARY KEY,
    review INTEGER NOT NULL REFERENCES review(num),
    record TEXT NOT NULL,
    history INTEGER,                    -- the row of the history whose state is the line, where it was here just so
    act INTEGER,                        -- what accepted it; NULL while it waits, or where the review says it
    line TEXT,                          -- the line of the bundle, where no row of the history has it
    UNIQUE (review, record),
    CHECK ((history IS NULL) <> (line IS NULL))
) STRICT;

-- Which files came in together with which record of evidence: only those leave with it, whatever has their hash.
CREATE TABLE came_with (
    record TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (record, sha256)
) WITHOUT ROWID, STRICT;

-- Texts as they came, with the places in them that another desk protects: somebody who stayed there is told of in them.
CREATE TABLE protected_text (
    num INTEGER PRIMARY KEY,
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    spans TEXT NOT NULL,                -- JSON: by review, the first character of each place, and the one behind its last
    UNIQUE (record, field, text)
) STRICT;

-- What a bundle says was done with evidence in it: a claim, which no row of the history here proves.
CREATE TABLE custody_log (
    review INTEGER NOT NULL REFERENCES review(num),
    record TEXT NOT NULL,
    own TEXT NOT NULL,                  -- JSON: the sender's own log, for each line number, time, act, desk
    others TEXT NOT NULL,               -- JSON: in the same way what the sender has of other desks' logs
    PRIMARY KEY (review, record)
) WITHOUT ROWID, STRICT;
CREATE INDEX custody_log_by_record ON custody_log (record);

-- Evidence that came with a bundle and belongs to no record yet. Once moved, `blob` has it and only the name stays.
CREATE TABLE staged_blob (
    review INTEGER NOT NULL REFERENCES review(num),
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    file_id TEXT,
    wrapped_key BLOB,
    content BLOB,
    moved INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (review, sha256)
) STRICT;
