import { roleBookOf } from '../../core/codebook/role-book';
import type { AnnotationId } from '../../core/ids';
import type { AnnotationRecord } from '../../core/model/annotation';
import { hasBothEnds, tiedBy } from '../../core/rules/relation-rules';
import { roles, types } from '../storage/records/codebook';
import { linksOfAnnotation } from '../storage/records/links';
import { fault, forbid, type Rule } from './rule';

/** Records that lead back to themselves, following a column that names another of the same table. */
const cycle = (table: 'type' | 'term' | 'entry', column: 'parent' | 'place'): Rule =>
  forbid(
    `${table}.cycle`,
    `WITH RECURSIVE above (origin, id) AS (
       SELECT id, ${column} FROM ${table} WHERE ${column} IS NOT NULL
       UNION
       SELECT above.origin, next.${column} FROM above JOIN ${table} AS next ON next.id = above.id
       WHERE next.${column} IS NOT NULL)
     SELECT '${table} ' || origin AS place, 'is above itself' AS detail FROM above WHERE id = origin`,
  );

const linkCounts = forbid(
  'link.count',
  `SELECT 'annotation ' || link.annotation AS place,
     count(*) || ' fillers of ' || role.id || ', of at most ' || role.max AS detail
   FROM link JOIN role ON role.id = link.role
   GROUP BY link.annotation, role.id HAVING count(*) > role.max`,
);

/** Links of acyclic roles that lead back to where they begin. */
const linkCircles = forbid(
  'link.circle',
  `WITH RECURSIVE ahead (origin, id) AS (
     SELECT link.annotation, link.target_annotation FROM role JOIN link ON link.role = role.id
     WHERE role.acyclic = 1 AND link.target_annotation IS NOT NULL
     UNION
     SELECT ahead.origin, link.target_annotation
     FROM ahead JOIN link ON link.annotation = ahead.id JOIN role ON role.id = link.role
     WHERE role.acyclic = 1 AND link.target_annotation IS NOT NULL)
   SELECT 'annotation ' || origin AS place, 'leads back to itself' AS detail FROM ahead WHERE id = origin`,
);

/**
 * Relations that do not tie two annotations together (an end is missing, filled twice, or filled by something else), and
 * those that tie the same together as another one of their type and coder. What a file of another tool said twice was
 * taken as it is, and goes out so: there, two are no fault.
 */
const relationEnds: Rule = function* (reader) {
  const book = roleBookOf({ types: types.all(reader), roles: roles.all(reader) });
  const relations = reader.query<Pick<AnnotationRecord, 'id' | 'type' | 'coder'> & { foreign: number }>(
    `SELECT annotation.id, annotation.type, annotation.coder, annotation.origin IS NOT NULL AS "foreign"
     FROM annotation
     JOIN type ON type.id = annotation.type WHERE type.kind = 'relation' ORDER BY annotation.id`,
  );
  const firstOf = new Map<string, AnnotationId>();
  for (const { id, type, coder, foreign } of relations.each()) {
    const where = `annotation ${id}`;
    const links = linksOfAnnotation(reader, id);
    if (!hasBothEnds({ id, type }, links, book))
      yield fault('relation.ends', where, 'does not tie two annotations together');
    const tied = tiedBy({ id, type }, links, book);
    if (!tied || foreign) continue;
    const ends = book.type(type)?.symmetric === true ? [...tied].sort() : tied;
    const key = [type, coder, ...ends].join(' ');
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, id);
    yield first === undefined ? null : fault('relation.twice', where, `ties the same together as ${first}`);
  }
};

const positions = (table: 'entry_alias' | 'entry_identifier'): Rule =>
  forbid(
    'entry.position',
    `SELECT 'entry ' || entry AS place, '${table} has positions up to ' || max(position) AS detail
     FROM ${table} GROUP BY entry HAVING max(position) <> count(*) - 1`,
  );

/** What holds for several records together. */
export const codingRules: readonly Rule[] = [
  cycle('type', 'parent'),
  cycle('term', 'parent'),
  cycle('entry', 'place'),
  linkCounts,
  linkCircles,
  relationEnds,
  positions('entry_alias'),
  positions('entry_identifier'),
];
