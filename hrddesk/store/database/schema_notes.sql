-- What came with bundles besides records: lines of contacts and receipts, some hundred in a row, since a bundle may
-- have hundreds of thousands.
CREATE TABLE review_note (
    num INTEGER PRIMARY KEY,
    review INTEGER NOT NULL REFERENCES review(num),
    about TEXT NOT NULL,                -- contacts, receipts
    lines TEXT NOT NULL                 -- as they came, checked, with line feeds between them
) STRICT;
CREATE INDEX review_note_by_review ON review_note (review, about, num);
