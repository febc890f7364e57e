import type { Migration } from './migration';

/** Gives a field that came later to every image of a record in the journal, so that old changes can still be undone. */
const inImages = (record: string, field: string, json: string): string => `
UPDATE change_record SET
  before = CASE WHEN before IS NULL THEN NULL ELSE json_insert(before, '$.${field}', json('${json}')) END,
  after = CASE WHEN after IS NULL THEN NULL ELSE json_insert(after, '$.${field}', json('${json}')) END
WHERE record = '${record}';`;

/**
 * Versions of the codebook, examples of types, what roles need to be filled fast (`acrossDocuments`, `acyclic`,
 * `sticky`), and what the history needs to be read and gone back in. Annotations that are there already were made under no version that was kept.
 */
export const fullModel: Migration = {
  version: 2,
  script: /* sql */ `
ALTER TABLE type ADD COLUMN examples TEXT NOT NULL DEFAULT '[]' CHECK (json_type(examples) = 'array');

ALTER TABLE role ADD COLUMN across_documents INTEGER NOT NULL DEFAULT 0 CHECK (across_documents IN (0, 1));
ALTER TABLE role ADD COLUMN acyclic INTEGER NOT NULL DEFAULT 0 CHECK (acyclic IN (0, 1));
ALTER TABLE role ADD COLUMN sticky INTEGER NOT NULL DEFAULT 0 CHECK (sticky IN (0, 1));

-- The codebook as it was for a while: its types, roles and attributes as JSON.
CREATE TABLE version (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  number INTEGER NOT NULL CHECK (number > 0),
  coder TEXT NOT NULL REFERENCES coder DEFERRABLE INITIALLY DEFERRED,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  note TEXT NOT NULL,
  codebook TEXT NOT NULL CHECK (json_type(codebook) = 'object'),
  origin TEXT CHECK (json_valid(origin))
) STRICT;
CREATE INDEX version_by_number ON version (number);
CREATE INDEX version_by_coder ON version (coder);

ALTER TABLE annotation ADD COLUMN version TEXT REFERENCES version DEFERRABLE INITIALLY DEFERRED;
-- Everything that annotations are counted by, document by document, without reading them.
CREATE INDEX annotation_by_facts ON annotation (document, type, status, coder, entry);
CREATE INDEX annotation_by_version ON annotation (version) WHERE version IS NOT NULL;
-- Of a change that led back to how the project was right after an earlier one: which.
ALTER TABLE change ADD COLUMN back_to INTEGER REFERENCES change CHECK (back_to < number);
CREATE INDEX change_gone_back ON change (back_to) WHERE back_to IS NOT NULL;

-- The history of a document and of an annotation's roles, and what was removed.
CREATE INDEX change_record_of_document ON change_record (coalesce(after, before) ->> 'document', change)
  WHERE record IN ('annotation', 'segmentation');
CREATE INDEX change_record_of_annotation ON change_record (coalesce(after, before) ->> 'annotation', change)
  WHERE record = 'link';
CREATE INDEX change_record_removed ON change_record (record, id, change) WHERE after IS NULL;

${inImages('type', 'examples', '[]')}
${inImages('role', 'acrossDocuments', 'false')}
${inImages('role', 'acyclic', 'false')}
${inImages('role', 'sticky', 'false')}
${inImages('annotation', 'version', 'null')}
`,
};
