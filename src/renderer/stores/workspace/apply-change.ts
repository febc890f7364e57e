import type { Change, DocumentSummary, ProjectDescription } from '../../../contract/engine-answers';
import { recordsAfter, type Diff } from '../../../core/diff';
import type { DocumentId, TypeId } from '../../../core/ids';
import { type AnnotationRecord, annotationsAt, type LinkRecord } from '../../../core/model/annotation';
import type { TypeRecord } from '../../../core/model/codebook';
import type { AnyRecord, RecordName, Records } from '../../../core/model/records';
import { mergedInText } from './text-order';
import type { OpenDocument, Workspace } from './workspace';

/** The workspace after a committed change. The only way in which a change reaches the interface. */
export function applyChange(workspace: Workspace, change: Change): Workspace {
  const { diff } = change;
  const types = applyTo(workspace.types, diff, 'type');
  const mine = change.coder === workspace.project.coder;
  return {
    project: {
      ...countsAfter(workspace.project, diff, workspace.types, types),
      journal: mine ? change.journal : workspace.project.journal,
    },
    types,
    roles: applyTo(workspace.roles, diff, 'role'),
    attributes: applyTo(workspace.attributes, diff, 'attribute'),
    terms: applyTo(workspace.terms, diff, 'term'),
    registry: applyTo(workspace.registry, diff, 'entry'),
    coders: applyTo(workspace.coders, diff, 'coder'),
    documents: documentsAfter(workspace.documents, diff),
    open: workspace.open && openAfter(workspace.open, diff),
  };
}

const named = <Name extends RecordName>(records: readonly AnyRecord[], name: Name): Records[Name][] =>
  records.filter((record): record is Records[Name] => record.record === name);

/** A map of records after a diff; the same map where the diff does not concern them. */
function applyTo<Name extends RecordName>(
  map: ReadonlyMap<Records[Name]['id'], Records[Name]>,
  diff: Diff,
  name: Name,
  isWanted: (record: Records[Name]) => boolean = () => true,
): ReadonlyMap<Records[Name]['id'], Records[Name]> {
  const came = recordsAfter(diff, name).filter(isWanted);
  const went = named(diff.removed, name).filter(({ id }) => map.has(id));
  if (came.length + went.length === 0) return map;
  const after = new Map(map);
  for (const { id } of went) after.delete(id);
  for (const record of came) after.set(record.id, record);
  return after;
}

const noKinds = { entity: 0, event: 0, statement: 0, relation: 0 };

function countsAfter(
  project: ProjectDescription,
  diff: Diff,
  typesBefore: ReadonlyMap<TypeId, TypeRecord>,
  typesAfter: ReadonlyMap<TypeId, TypeRecord>,
): ProjectDescription {
  const counts = { ...project.counts };
  const annotationsByKind = { ...project.annotationsByKind };
  const kindsByCoder = { ...project.kindsByCoder };
  const count = (record: AnyRecord, types: ReadonlyMap<TypeId, TypeRecord>, by: 1 | -1): void => {
    if (record.record !== 'annotation') return;
    const type = types.get(record.type);
    if (!type) return;
    annotationsByKind[type.kind] += by;
    const own = kindsByCoder[record.coder] ?? noKinds;
    kindsByCoder[record.coder] = { ...own, [type.kind]: own[type.kind] + by };
  };
  for (const record of diff.added) {
    counts[record.record] += 1;
    count(record, typesAfter, 1);
  }
  for (const record of diff.removed) {
    counts[record.record] -= 1;
    count(record, typesBefore, -1);
  }
  for (const [before, after] of diff.updated) {
    count(before, typesBefore, -1);
    count(after, typesAfter, 1);
  }
  return { ...project, counts, annotationsByKind, kindsByCoder };
}

function documentsAfter(
  documents: ReadonlyMap<DocumentId, DocumentSummary>,
  diff: Diff,
): ReadonlyMap<DocumentId, DocumentSummary> {
  const growth = new Map<DocumentId, Record<string, number>>();
  const grow = ({ document, coder }: AnnotationRecord, by: 1 | -1): unknown => {
    const ofDocument = growth.get(document) ?? {};
    return growth.set(document, { ...ofDocument, [coder]: (ofDocument[coder] ?? 0) + by });
  };
  for (const annotation of named(diff.added, 'annotation')) grow(annotation, 1);
  for (const annotation of named(diff.removed, 'annotation')) grow(annotation, -1);
  for (const [before, after] of diff.updated) {
    if (before.record !== 'annotation' || after.record !== 'annotation') continue;
    if (before.document === after.document && before.coder === after.coder) continue;
    grow(before, -1);
    grow(after, 1);
  }

  const came = recordsAfter(diff, 'document');
  const went = named(diff.removed, 'document');
  if (came.length + went.length + growth.size === 0) return documents;

  const after = new Map(documents);
  for (const document of came)
    after.set(document.id, { annotations: 0, byCoder: {}, ...after.get(document.id), document });
  for (const [id, byCoder] of growth) {
    const summary = after.get(id);
    if (summary) after.set(id, grown(summary, byCoder));
  }
  for (const { id } of went) after.delete(id);
  const isInQueue = came.every(({ id, position }) => documents.get(id)?.document.position === position);
  return isInQueue ? after : inQueue(after.values());
}

/** A document in which each coder made so many annotations more, or less. */
function grown(summary: DocumentSummary, growth: Readonly<Record<string, number>>): DocumentSummary {
  const counts = new Map(Object.entries(summary.byCoder));
  let { annotations } = summary;
  for (const [coder, by] of Object.entries(growth)) {
    counts.set(coder, (counts.get(coder) ?? 0) + by);
    annotations += by;
  }
  const byCoder = Object.fromEntries([...counts].filter(([, count]) => count > 0));
  return { ...summary, annotations, byCoder };
}

/** Documents in the order in which they are to be coded. */
export const inQueue = (summaries: Iterable<DocumentSummary>): ReadonlyMap<DocumentId, DocumentSummary> =>
  new Map(
    [...summaries]
      .sort((a, b) => a.document.position - b.document.position || (a.document.id < b.document.id ? -1 : 1))
      .map((summary) => [summary.document.id, summary]),
  );

function openAfter(open: OpenDocument, diff: Diff): OpenDocument | null {
  if (named(diff.removed, 'document').some(({ id }) => id === open.id)) return null;
  const annotations = applyTo(open.annotations, diff, 'annotation', ({ document }) => document === open.id);
  const isHere = (link: LinkRecord): boolean => annotationsAt(link).some((id) => annotations.has(id));
  // A relation from elsewhere is known with both of its links.
  const reaching = new Set(
    recordsAfter(diff, 'link')
      .filter(isHere)
      .map(({ annotation }) => annotation),
  );
  const links = applyTo(
    open.links,
    diff,
    'link',
    (link) => isHere(link) || reaching.has(link.annotation) || open.linked.has(link.annotation),
  );
  const linked = linkedAfter(open.linked, links, diff, open.id);
  if (annotations === open.annotations && links === open.links && linked === open.linked) return open;
  const came = recordsAfter(diff, 'annotation').filter(({ document }) => document === open.id);
  const went = new Set(named(diff.removed, 'annotation').map(({ id }) => id));
  const inOrder = annotations === open.annotations ? open.inOrder : mergedInText(open.inOrder, came, went);
  return { ...open, annotations, inOrder, links, linked };
}

/** What of other documents is linked with the open one, as far as a change tells of it. */
function linkedAfter(
  linked: OpenDocument['linked'],
  links: OpenDocument['links'],
  diff: Diff,
  open: DocumentId,
): OpenDocument['linked'] {
  const coming = recordsAfter(diff, 'annotation').filter(({ document }) => document !== open);
  if (coming.length + diff.removed.length === 0) return linked;
  const wanted = new Set(coming.length === 0 ? [] : [...links.values()].flatMap(annotationsAt));
  return applyTo(linked, diff, 'annotation', ({ id, document }) => document !== open && wanted.has(id));
}
