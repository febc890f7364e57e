/** Coders, documents with their texts, and the layers of tokens and sentences that came with them. */
export const corpusScript = /* sql */ `
CREATE TABLE coder (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL,
  origin TEXT CHECK (json_valid(origin))
) STRICT;

-- The text stands last, so that the other columns are read without it.
CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'done', 'doubtful')),
  note TEXT NOT NULL,
  metadata TEXT NOT NULL CHECK (json_type(metadata) = 'object'),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  length INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  byte_order_mark INTEGER NOT NULL CHECK (byte_order_mark IN (0, 1)),
  added_at TEXT NOT NULL CHECK (added_at GLOB '????-??-??T??:??:??.???Z'),
  origin TEXT CHECK (json_valid(origin)),
  text TEXT NOT NULL CHECK (length(text) = length)
) STRICT;
CREATE INDEX document_by_text ON document (sha256);

CREATE TRIGGER document_text_never_changes
BEFORE UPDATE OF sha256, length, text ON document
WHEN new.sha256 <> old.sha256 OR new.length <> old.length OR new.text <> old.text
BEGIN
  SELECT RAISE(ABORT, 'the text of a document never changes');
END;

-- Texts that no document holds: of removed documents, since the journal can bring those back, and those that an
-- import has put aside ('staged') before its one change adds their documents.
CREATE TABLE document_text (
  sha256 TEXT NOT NULL PRIMARY KEY,
  staged INTEGER NOT NULL CHECK (staged IN (0, 1)),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE segmentation (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  document TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  unit TEXT NOT NULL CHECK (unit IN ('token', 'sentence')),
  origin TEXT CHECK (json_valid(origin)),
  spans TEXT NOT NULL CHECK (json_type(spans) = 'array')
) STRICT;
CREATE INDEX segmentation_by_document ON segmentation (document);

-- Where each coder was in each document. Not part of any change.
CREATE TABLE place (
  coder TEXT NOT NULL REFERENCES coder ON DELETE CASCADE,
  document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  top INTEGER NOT NULL CHECK (top >= 0),
  caret INTEGER NOT NULL CHECK (caret >= 0),
  PRIMARY KEY (coder, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_by_document ON place (document);
`;
