import type { TypeId } from '../../core/ids';
import type { AttributeRecord, RoleRecord, TypeRecord } from '../../core/model/codebook';
import { lineageOf } from '../../core/rules/codebook-rules';
import { slotsOf } from '../../core/rules/slots';
import { attributesFor } from '../../core/rules/value-rules';
import type { SegmentFilter } from '../../core/segments/filter';
import type { SqlValue } from '../storage/file/connection';
import { ofAttributes, ofRoles, type Carrying } from './carried';
import { together, type Condition } from './condition';

const isIn = (column: string, values: readonly SqlValue[]): Condition => ({
  sql: `${column} IN (${values.map(() => '?').join(', ')})`,
  values,
});

/** What of a project decides about annotations: its codebook, and the values that there are. */
export interface CodebookParts extends Pick<Carrying, 'valuesOf'> {
  readonly types: readonly TypeRecord[];
  readonly roles: readonly RoleRecord[];
  readonly attributes: readonly AttributeRecord[];
}

/** The given types with all that are below one of them. */
function withTypesBelow(wanted: readonly TypeId[], types: readonly TypeRecord[]): TypeId[] {
  const byId = new Map(types.map((type) => [type.id, type]));
  const chosen = new Set(wanted);
  return types
    .filter(({ id }) => lineageOf(id, (one) => byId.get(one)).some((above) => chosen.has(above.id)))
    .map(({ id }) => id);
}

/** A letter in all its cases, as GLOB wants it: SQLite's own functions know the case of ASCII letters only. */
function anyCase(letter: string): string {
  const cases = new Set([letter, letter.toLowerCase(), letter.toUpperCase()]);
  const single = [...cases].filter((one) => Array.from(one).length === 1);
  return single.length > 1 || /[*?[\]]/u.test(letter) ? `[${single.join('')}]` : letter;
}

/** A GLOB pattern for what holds a text, in upper or lower case, with any white space for a space. */
const holding = (text: string): string =>
  `*${Array.from(text, (letter) => (/\s/u.test(letter) ? '[ \u00a0\u2009\u202f\t\r\n]' : anyCase(letter))).join('')}*`;

/** Annotations that lack what `unfinishedRoles` and `missingValues` of core/rules find to be lacking. */
function unfinished({ types, roles, attributes }: CodebookParts): Condition {
  const byId = new Map(types.map((type) => [type.id, type]));
  const find = (id: TypeId): TypeRecord | undefined => byId.get(id);
  const book = { type: find, rolesOf: (id: TypeId) => roles.filter(({ type }) => type === id) };
  const ofTypes = types.flatMap(({ id: type }): Condition[] => {
    const unfilled = slotsOf(type, book)
      .filter(({ min }) => min > 0)
      .map(({ role, min }) => ({
        sql: '(SELECT count(*) FROM link WHERE link.annotation = a.id AND link.role = ?) < ?',
        values: [role.id, min],
      }));
    const missing = attributesFor({ record: 'annotation', type }, attributes, find)
      .filter(({ required }) => required)
      .map(({ id }) => ({
        sql: `NOT EXISTS (SELECT 1 FROM annotation_attribute AS v
          WHERE v.annotation = a.id AND v.attribute = ? AND v.value NOT IN ('""', '[]'))`,
        values: [id],
      }));
    const lacks = [...unfilled, ...missing];
    return lacks.length === 0 ? [] : [together([isIn('a.type', [type]), together(lacks, 'OR')], 'AND')];
  });
  return ofTypes.length === 0 ? { sql: 'false', values: [] } : together(ofTypes, 'OR');
}

/** A filter as SQL on the annotation `a`; `true` where it lets every annotation of a document through. */
export function conditionOf(filter: SegmentFilter, codebook: CodebookParts): Condition {
  const { types } = codebook;
  const parts: Condition[] = [];
  if (filter.types.length > 0) parts.push(isIn('a.type', withTypesBelow(filter.types, types)));
  if (filter.kinds.length > 0) {
    const ofKinds = types.filter(({ kind }) => filter.kinds.includes(kind)).map(({ id }) => id);
    parts.push(isIn('a.type', ofKinds));
  }
  if (filter.coders.length > 0) parts.push(isIn('a.coder', filter.coders));
  if (filter.statuses.length > 0) parts.push(isIn('a.status', filter.statuses));
  if (filter.entries.length > 0) {
    const entries = filter.entries.filter((entry) => entry !== null);
    const none: Condition[] = filter.entries.includes(null) ? [{ sql: 'a.entry IS NULL', values: [] }] : [];
    parts.push(together([...(entries.length > 0 ? [isIn('a.entry', entries)] : []), ...none], 'OR'));
  }
  const carrying: Carrying = {
    ...codebook,
    withTypesBelow: (wanted) => withTypesBelow(wanted, types),
  };
  parts.push(...ofAttributes(filter.attributes, carrying), ...ofRoles(filter.roles, carrying));
  if (filter.completeness.length === 1) {
    const { sql, values } = unfinished(codebook);
    parts.push({ sql: filter.completeness.includes('unfinished') ? sql : `NOT ${sql}`, values });
  }
  if (filter.text.trim() !== '')
    parts.push({
      sql: 'EXISTS (SELECT 1 FROM fragment AS t WHERE t.annotation = a.id AND t.quote GLOB ?)',
      values: [holding(filter.text.trim())],
    });
  return parts.length === 0 ? { sql: 'true', values: [] } : together(parts, 'AND');
}
