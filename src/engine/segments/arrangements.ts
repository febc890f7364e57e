import type { SegmentFilter, SegmentQuery } from '../../core/segments/filter';
import { metadataFit } from '../../core/segments/metadata';
import type { Project } from '../project';
import { attributes, roles, types } from '../storage/records/codebook';
import type { Reader } from '../storage/file/connection';
import { documents } from '../storage/records/documents';
import { Arrangement } from './arrangement';
import type { CodebookParts } from './conditions';

/** What is kept of a project between calls: the arrangements that were asked for last, as long as nothing changes. */
interface Kept {
  readonly reader: Reader;
  readonly change: number;
  readonly byQuery: Map<string, Arrangement>;
}

const mostKept = 4;

const keptOf = new WeakMap<Project, Kept>();

/** The last change of the file: what was counted before another one is out of date. */
export const lastChange = (reader: Reader): number =>
  reader.query<{ number: number }>('SELECT coalesce(max(number), 0) AS number FROM change').first()?.number ??
  0;

/** The documents that a filter lets through, in the order of the queue. */
export function documentsFor(reader: Reader, filter: SegmentFilter): readonly string[] {
  const wanted = new Set(filter.documents);
  if (filter.metadata.length === 0)
    return documents.ids(reader).filter((id) => wanted.size === 0 || wanted.has(id));
  return documents
    .all(reader)
    .filter(
      ({ id, metadata }) => (wanted.size === 0 || wanted.has(id)) && metadataFit(metadata, filter.metadata),
    )
    .map(({ id }) => id);
}

export const codebookParts = (reader: Reader): CodebookParts => ({
  types: types.all(reader),
  roles: roles.all(reader),
  attributes: attributes.all(reader),
  valuesOf: (ids) =>
    reader
      .query<{ value: string }>(
        `SELECT DISTINCT value FROM annotation_attribute
         WHERE attribute IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(ids))
      .map(({ value }) => value),
});

/**
 * The segments of a query in their order, found anew. What a project asks for again is kept: see `askArrangement`.
 */
export const arrange = (reader: Reader, query: SegmentQuery): Arrangement =>
  new Arrangement(reader, query, documentsFor(reader, query.filter), codebookParts(reader));

function current(project: Project): Kept {
  const { reader } = project;
  const change = lastChange(reader);
  const kept = keptOf.get(project);
  if (kept?.reader === reader && kept.change === change) return kept;
  const fresh = { reader, change, byQuery: new Map<string, Arrangement>() };
  keptOf.set(project, fresh);
  return fresh;
}

/** The arrangement for a query as the project is now: one that is known, or a new one that has counted nothing. */
function arrangementFor(project: Project, query: SegmentQuery): Arrangement {
  const { byQuery, reader } = current(project);
  const key = JSON.stringify(query);
  const known = byQuery.get(key) ?? arrange(reader, query);
  byQuery.delete(key);
  byQuery.set(key, known);
  for (const oldest of [...byQuery.keys()].slice(0, -mostKept)) byQuery.delete(oldest);
  return known;
}

/** Asks an arrangement for something, again where the project was changed while it was counting. */
export async function askArrangement<Answer>(
  project: Project,
  query: SegmentQuery,
  ask: (arrangement: Arrangement) => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    const arrangement = arrangementFor(project, query);
    const { change } = current(project);
    const answer = await ask(arrangement);
    if (current(project).change === change) return answer;
  }
}
