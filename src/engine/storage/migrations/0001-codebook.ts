/** Types with their roles and attributes, and the words of open vocabularies. */
export const codebookScript = /* sql */ `
CREATE TABLE type (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('entity', 'event', 'statement', 'relation')),
  parent TEXT REFERENCES type DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  names TEXT NOT NULL CHECK (json_type(names) = 'object'),
  guidelines TEXT NOT NULL CHECK (json_type(guidelines) = 'object'),
  hue INTEGER NOT NULL CHECK (hue BETWEEN 0 AND 359),
  key TEXT,
  symmetric INTEGER NOT NULL CHECK (symmetric IN (0, 1)),
  origin TEXT CHECK (json_valid(origin))
) STRICT;
CREATE INDEX type_by_parent ON type (parent) WHERE parent IS NOT NULL;

CREATE TABLE role (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  type TEXT NOT NULL REFERENCES type DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  names TEXT NOT NULL CHECK (json_type(names) = 'object'),
  key TEXT,
  min INTEGER NOT NULL CHECK (min >= 0),
  max INTEGER CHECK (max >= min),
  fillers TEXT NOT NULL CHECK (json_type(fillers) = 'object'),
  origin TEXT CHECK (json_valid(origin))
) STRICT;
CREATE INDEX role_by_type ON role (type);

CREATE TABLE attribute (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  owner TEXT NOT NULL CHECK (owner IN ('type', 'entry', 'document')),
  type TEXT REFERENCES type DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  names TEXT NOT NULL CHECK (json_type(names) = 'object'),
  key TEXT,
  domain TEXT NOT NULL CHECK (json_type(domain) = 'object'),
  required INTEGER NOT NULL CHECK (required IN (0, 1)),
  "default" TEXT CHECK (json_valid("default")),
  origin TEXT CHECK (json_valid(origin)),
  CHECK ((owner = 'type') = (type IS NOT NULL))
) STRICT;
CREATE INDEX attribute_by_type ON attribute (type) WHERE type IS NOT NULL;

CREATE TABLE term (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  attribute TEXT NOT NULL REFERENCES attribute DEFERRABLE INITIALLY DEFERRED,
  parent TEXT REFERENCES term DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  origin TEXT CHECK (json_valid(origin))
) STRICT;
CREATE INDEX term_by_attribute ON term (attribute);
CREATE INDEX term_by_parent ON term (parent) WHERE parent IS NOT NULL;

-- Values are JSON: true, 3, "2026-11-22" or ["a", "b"].
CREATE TABLE document_attribute (
  document TEXT NOT NULL REFERENCES document ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  attribute TEXT NOT NULL REFERENCES attribute DEFERRABLE INITIALLY DEFERRED,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (document, attribute)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_attribute_by_attribute ON document_attribute (attribute);
`;
