import { join } from 'node:path';
import { addDocuments, newProject, reopenProject, tag, valueOf } from './engine';
import { temporaryFolder } from './folder';
import { richProject } from './rich-project';
import type { AnnotationId, DocumentId } from '../../src/core/ids';
import type { AnnotationRecord } from '../../src/core/model/annotation';
import type { Project } from '../../src/engine/project';
import { everySegment, type SegmentFilter, type SegmentQuery } from '../../src/core/segments/filter';
import { bindCalls } from '../../src/engine/calls/bind';

export const texts = {
  'первый.txt': 'Ёлкин встретил Лаврова. Потом Ёлкин уехал.\nЛавров остался.',
  'второй.txt': 'Лавров 😀 говорил долго. Он устал.',
};

export interface CodedCorpus {
  readonly project: Project;
  readonly first: DocumentId;
  readonly second: DocumentId;
  readonly tagged: readonly AnnotationRecord[];
}

/** Two documents with every name tagged as a person, and a verb as an event. */
export function makeCorpus(): CodedCorpus {
  const project = newProject();
  const [first, second] = addDocuments(project, texts).map(({ id }) => id);
  if (!first || !second) throw new Error('No documents');
  const at = (document: DocumentId, text: string, quote: string, type: string, from = 0) => {
    const start = text.indexOf(quote, from);
    const before = Array.from(text.slice(0, start)).length;
    return tag(project, document, before, before + quote.length, type);
  };
  const one = texts['первый.txt'];
  const two = texts['второй.txt'];
  const tagged = [
    // Not in the order of the text.
    at(first, one, 'Лавров', 'entity.person', 40),
    at(first, one, 'Ёлкин', 'entity.person'),
    at(first, one, 'Лаврова', 'entity.person'),
    at(first, one, 'встретил', 'event.meeting'),
    at(second, two, 'говорил', 'statement.claim'),
    at(second, two, 'Лавров', 'entity.person'),
  ];
  return { project, first, second, tagged };
}

/** The id of an annotation that has to be there. */
export function idOf(annotation: AnnotationRecord | undefined): AnnotationId {
  if (!annotation) throw new Error('No annotation');
  return annotation.id;
}

/** A query for what a filter lets through, in the order of the corpus unless it says otherwise. */
export const query = (
  filter: Partial<SegmentFilter> = {},
  rest: Partial<SegmentQuery> = {},
): SegmentQuery => ({
  filter: { ...everySegment, ...filter },
  order: 'document',
  descending: false,
  grouping: 'none',
  ...rest,
});

/** The words of the annotations that a query asks for. */
export async function quotes(
  project: Project,
  wanted: SegmentQuery,
  offset = 0,
  limit = 100,
): Promise<string[]> {
  const page = valueOf(
    await bindCalls(project)['segments.page']({ query: wanted, hidden: [], offset, limit }),
  );
  return page.rows.map(({ annotation }) => annotation.fragments.map(({ quote }) => quote).join('|'));
}

/** What is annotated in that corpus, in its order. */
export const inCorpus = ['Ёлкин', 'встретил', 'Лаврова', 'Лавров', 'Лавров', 'говорил'];

/** A project that has something of everything. */
export function richlyCoded(): Project {
  const path = join(temporaryFolder(), 'rich.postil');
  richProject(path);
  return reopenProject(path);
}

/** The ids of the annotations that a filter lets through, in the order of the corpus unless it says otherwise. */
export async function ids(
  project: Project,
  filter: Partial<SegmentFilter>,
  rest: Partial<SegmentQuery> = {},
): Promise<string[]> {
  const page = await bindCalls(project)['segments.page']({
    query: query(filter, rest),
    hidden: [],
    offset: 0,
    limit: 100,
  });
  return valueOf(page).rows.map(({ annotation }) => annotation.id);
}
