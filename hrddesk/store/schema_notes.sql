-- What came with bundles besides records: lines of contacts and receipts, some hundred in a row, since a bundle may
-- have hundreds of thousands. Vaults of schema 4 and before kept all of a bundle in two texts of its review.
CREATE TABLE IF NOT EXISTS review_note (
    num INTEGER PRIMARY KEY,
    review INTEGER NOT NULL REFERENCES review(num),
    about TEXT NOT NULL,                -- contacts, receipts
    lines TEXT NOT NULL                 -- as they came, checked, with line feeds between them
) STRICT;
CREATE INDEX IF NOT EXISTS review_note_by_review ON review_note (review, about, num);
