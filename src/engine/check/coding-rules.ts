import type { TypeId } from '../../core/ids';
import type { FillerRule, TypeRecord } from '../../core/model/codebook';
import type { LinkTarget } from '../../core/model/annotation';
import { inheritsFrom, mayFill, type FindType } from '../../core/rules/codebook-rules';
import { types } from '../storage/codebook';
import type { Reader } from '../storage/connection';
import { fault, forbid, type Rule } from './rule';

/** The codebook's types by id, read once. */
export function typesOf(reader: Reader): FindType {
  const byId = new Map<TypeId, TypeRecord>(types.all(reader).map((type) => [type.id, type]));
  return (id) => byId.get(id);
}

const anchors = forbid(
  'annotation.anchor',
  `SELECT 'annotation ' || annotation.id AS place,
     type.kind || iif(type.kind = 'relation', ' with fragments', ' without a fragment') AS detail
   FROM annotation JOIN type ON type.id = annotation.type
   WHERE (type.kind = 'relation') = EXISTS (SELECT 1 FROM fragment WHERE fragment.annotation = annotation.id)`,
);

const mentions = forbid(
  'annotation.entry',
  `SELECT 'annotation ' || annotation.id AS place,
     type.kind || ' that refers to the ' || entry.kind || ' ' || entry.id AS detail
   FROM annotation JOIN type ON type.id = annotation.type JOIN entry ON entry.id = annotation.entry
   WHERE entry.kind <> type.kind`,
);

/** A row of a link with the types of its two ends and the rule of its role. */
interface LinkRow {
  readonly id: string;
  readonly type: TypeId;
  readonly role: string;
  readonly owner: TypeId;
  readonly fillers: string;
  readonly target: TypeId | null;
  readonly by: LinkTarget['by'];
}

/** Each link fills a role that its annotation has, with what the role takes. */
const links: Rule = function* (reader) {
  const find = typesOf(reader);
  const rows = reader.query<LinkRow>(
    `SELECT link.id, annotation.type, role.id AS role, role.type AS owner, role.fillers, target.type AS target,
       CASE WHEN target_annotation IS NOT NULL THEN 'annotation' WHEN target_entry IS NOT NULL THEN 'entry'
         ELSE 'span' END AS by
     FROM link JOIN annotation ON annotation.id = link.annotation JOIN role ON role.id = link.role
     LEFT JOIN annotation AS target ON target.id = link.target_annotation`,
  );
  for (const row of rows.each()) {
    const where = `link ${row.id}`;
    if (!inheritsFrom(row.type, row.owner, find))
      yield fault('link.role', where, `${row.type} has no role ${row.role}`);
    else if (!mayFill(JSON.parse(row.fillers) as FillerRule, row.by, row.target, find))
      yield fault('link.target', where, `${row.role} takes no ${row.target ?? row.by}`);
    else yield null;
  }
};

const linkCounts = forbid(
  'link.count',
  `SELECT 'annotation ' || link.annotation AS place,
     count(*) || ' fillers of ' || role.id || ', of at most ' || role.max AS detail
   FROM link JOIN role ON role.id = link.role
   GROUP BY link.annotation, role.id HAVING count(*) > role.max`,
);

const positions = (table: 'entry_alias' | 'entry_identifier'): Rule =>
  forbid(
    'entry.position',
    `SELECT 'entry ' || entry AS place, '${table} has positions up to ' || max(position) AS detail
     FROM ${table} GROUP BY entry HAVING max(position) <> count(*) - 1`,
  );

/** What holds between annotations, their types, their links and the registry. */
export const codingRules: readonly Rule[] = [
  anchors,
  mentions,
  links,
  linkCounts,
  positions('entry_alias'),
  positions('entry_identifier'),
];
