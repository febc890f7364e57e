/** The registry, annotations with their fragments, and the links between them. */
export const codingScript = /* sql */ `
CREATE TABLE entry (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('entity', 'event')),
  type TEXT REFERENCES type DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  date TEXT,
  place TEXT REFERENCES entry DEFERRABLE INITIALLY DEFERRED,
  origin TEXT CHECK (json_valid(origin))
) STRICT;
CREATE INDEX entry_by_type ON entry (type) WHERE type IS NOT NULL;
CREATE INDEX entry_by_place ON entry (place) WHERE place IS NOT NULL;

CREATE TABLE entry_alias (
  entry TEXT NOT NULL REFERENCES entry ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_identifier (
  entry TEXT NOT NULL REFERENCES entry ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  scheme TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_attribute (
  entry TEXT NOT NULL REFERENCES entry ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  attribute TEXT NOT NULL REFERENCES attribute DEFERRABLE INITIALLY DEFERRED,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (entry, attribute)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_attribute_by_attribute ON entry_attribute (attribute);

CREATE TABLE annotation (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  document TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL REFERENCES type DEFERRABLE INITIALLY DEFERRED,
  coder TEXT NOT NULL REFERENCES coder DEFERRABLE INITIALLY DEFERRED,
  entry TEXT REFERENCES entry DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL CHECK (status IN ('draft', 'done', 'doubtful')),
  note TEXT NOT NULL,
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  modified_at TEXT NOT NULL CHECK (modified_at GLOB '????-??-??T??:??:??.???Z'),
  origin TEXT CHECK (json_valid(origin))
) STRICT;
CREATE INDEX annotation_by_document ON annotation (document, id);
CREATE INDEX annotation_by_type ON annotation (type);
CREATE INDEX annotation_by_coder ON annotation (coder);
CREATE INDEX annotation_by_entry ON annotation (entry) WHERE entry IS NOT NULL;

-- Offsets are Unicode code points, half-open: substr(document.text, start + 1, "end" - start) is the quote.
CREATE TABLE fragment (
  annotation TEXT NOT NULL REFERENCES annotation ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (annotation, position),
  CHECK ("end" - start = length(quote))
) STRICT, WITHOUT ROWID;

CREATE TABLE annotation_attribute (
  annotation TEXT NOT NULL REFERENCES annotation ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  attribute TEXT NOT NULL REFERENCES attribute DEFERRABLE INITIALLY DEFERRED,
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (annotation, attribute)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_attribute_by_attribute ON annotation_attribute (attribute);

-- A role is filled by another annotation, by an entry of the registry, or by a span of the annotation's document.
CREATE TABLE link (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  annotation TEXT NOT NULL REFERENCES annotation DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL REFERENCES role DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  target_annotation TEXT REFERENCES annotation DEFERRABLE INITIALLY DEFERRED,
  target_entry TEXT REFERENCES entry DEFERRABLE INITIALLY DEFERRED,
  target_start INTEGER CHECK (target_start >= 0),
  target_end INTEGER,
  target_quote TEXT,
  origin TEXT CHECK (json_valid(origin)),
  CHECK ((target_annotation IS NOT NULL) + (target_entry IS NOT NULL) + (target_quote IS NOT NULL) = 1),
  CHECK ((target_start IS NULL) = (target_quote IS NULL)),
  CHECK ((target_end IS NULL) = (target_quote IS NULL)),
  CHECK (target_end - target_start = length(target_quote))
) STRICT;
CREATE INDEX link_by_annotation ON link (annotation);
CREATE INDEX link_by_role ON link (role);
CREATE INDEX link_by_target_annotation ON link (target_annotation) WHERE target_annotation IS NOT NULL;
CREATE INDEX link_by_target_entry ON link (target_entry) WHERE target_entry IS NOT NULL;
`;
