import type { AttributeId, RoleId, TypeId, VersionId } from '../../../core/ids';
import type { AnnotationRecord, EntryRecord, LinkRecord } from '../../../core/model/annotation';
import type { DocumentRecord } from '../../../core/model/document';
import { annotationsWhere } from '../records/annotations';
import type { Reader } from '../file/connection';
import { documents } from '../records/documents';
import { links } from '../records/links';
import { entries } from '../records/registry';

/** Ids as one bound value, so that a condition can ask for any number of them. */
const listed = '(SELECT value FROM json_each(?))';

/** The annotations of some types. */
export const annotationsOfTypes = (reader: Reader, types: readonly TypeId[]): AnnotationRecord[] =>
  types.length === 0
    ? []
    : annotationsWhere(
        reader,
        `% IN (SELECT id FROM annotation WHERE type IN ${listed})`,
        JSON.stringify(types),
      );

/** The entries of some types. */
export const entriesOfTypes = (reader: Reader, types: readonly TypeId[]): EntryRecord[] =>
  types.length === 0
    ? []
    : entries.where(reader, `% IN (SELECT id FROM entry WHERE type IN ${listed})`, JSON.stringify(types));

/** The links that fill some roles. */
export const linksOfRoles = (reader: Reader, roles: readonly RoleId[]): LinkRecord[] =>
  roles.length === 0 ? [] : links.where(reader, `role IN ${listed}`, JSON.stringify(roles));

/** The links that annotations of some types have, and those that they fill. */
export function linksOfTypes(reader: Reader, types: readonly TypeId[]): LinkRecord[] {
  if (types.length === 0) return [];
  const coded = '(SELECT id FROM annotation WHERE type IN (SELECT value FROM json_each(@types)))';
  return links.where(reader, `annotation IN ${coded} OR target_annotation IN ${coded}`, {
    types: JSON.stringify(types),
  });
}

/** Everything that has a value of an attribute. */
export function valuedWith(
  reader: Reader,
  attribute: AttributeId,
): (AnnotationRecord | EntryRecord | DocumentRecord)[] {
  const ofDocuments = reader
    .query<{ document: DocumentRecord['id'] }>(
      'SELECT document FROM document_attribute WHERE attribute = ? ORDER BY document',
    )
    .all(attribute);
  return [
    ...annotationsWhere(
      reader,
      '% IN (SELECT annotation FROM annotation_attribute WHERE attribute = ?)',
      attribute,
    ),
    ...entries.where(reader, '% IN (SELECT entry FROM entry_attribute WHERE attribute = ?)', attribute),
    ...ofDocuments.flatMap(({ document }) => documents.find(reader, document) ?? []),
  ];
}

/** Whether any annotation was made under a version of the codebook. */
export const hasAnnotationsUnder = (reader: Reader, version: VersionId): boolean =>
  reader.query<object>('SELECT 1 FROM annotation WHERE version = ? LIMIT 1').first(version) !== undefined;

/** How many annotations were made under each version; those without any are not in the answer. */
export const countUnderVersions = (reader: Reader): ReadonlyMap<string, number> =>
  new Map(
    reader
      .query<{ version: string; annotations: number }>(
        `SELECT version, count(*) AS annotations FROM annotation WHERE version IS NOT NULL GROUP BY version`,
      )
      .all()
      .map(({ version, annotations }) => [version, annotations]),
  );
