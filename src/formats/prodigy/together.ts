import { addTo } from '../../core/grouped';
import type { AnnotationDraft, DocumentDraft } from '../exchange/drafts';
import type { SourceFile } from '../exchange/format';
import type { JsonObject } from '../json-lines/json';
import { readRecords } from '../json-lines/records';
import { annotatorOf, keptTasks, tasksIn } from './tasks';

/** A number that tells texts apart in all but very rare cases (FNV-1a, 32 bits). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

/** What a task was made of: where any of it differs, so does the document. */
const inputMembers = ['text', 'name', 'meta', 'tokens'] as const;

const inputOf = (task: JsonObject): string =>
  JSON.stringify(inputMembers.map((member) => task[member] ?? null));

/** What takes the place of an input where all inputs of a file are held in memory: one that is shared by others is rare. */
const keyOf = (input: string): string => `${hashOf(input)} ${input.length}`;

/** The tasks of one input, as far as they came. */
interface Held {
  readonly input: string;
  readonly draft: DocumentDraft;
  readonly annotator: string;
}

/**
 * Puts together what several annotators made of one input: Prodigy writes a task for each of them, anywhere in the file.
 * The file is counted through first, so that only documents of which more is to come are held.
 */
export class Together {
  readonly #awaited: Map<string, number>;
  readonly #held = new Map<string, Held[]>();

  private constructor(awaited: Map<string, number>) {
    this.#awaited = awaited;
  }

  /** Counts the tasks of a file by what they are of. */
  static async of(file: SourceFile): Promise<Together> {
    const counts = new Map<string, number>();
    for await (const item of readRecords(file)) {
      if (item.kind === 'warning' || annotatorOf(item.value) === null) continue;
      const key = keyOf(inputOf(item.value));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return new Together(new Map([...counts].filter(([, count]) => count > 1)));
  }

  /** Takes a task as a document. Answers with the documents that are complete with it: none where more is to come. */
  add(draft: DocumentDraft, task: JsonObject): readonly DocumentDraft[] {
    const annotator = annotatorOf(task);
    const input = inputOf(task);
    const key = keyOf(input);
    const awaited = this.#awaited.get(key);
    if (awaited === undefined || annotator === null) return [draft];
    addTo(this.#held, key, { input, draft, annotator });
    this.#awaited.set(key, awaited - 1);
    if (awaited > 1) return [];
    const held = this.#held.get(key) ?? [];
    this.#held.delete(key);
    return documentsOf(held);
  }

  /** What was still held back at the end. */
  rest(): readonly DocumentDraft[] {
    return [...this.#held.values()].flatMap(documentsOf);
  }
}

/**
 * The documents that tasks are of: one for each input, and where one annotator has several tasks of it, one for each of
 * these, since the same words may stand in several places.
 */
function documentsOf(held: readonly Held[]): readonly DocumentDraft[] {
  const documents = new Map<string, DocumentDraft[]>();
  const counts = new Map<string, number>();
  for (const { input, draft, annotator } of held) {
    const whose = JSON.stringify([annotator, input]);
    const count = (counts.get(whose) ?? 0) + 1;
    counts.set(whose, count);
    addTo(documents, `${count} ${input}`, draft);
  }
  return [...documents.values()].flatMap(([first, ...others]) => (first ? [joined(first, others)] : []));
}

/** One document with the annotations of several. Ids and links are told apart by where their task stands. */
function joined(first: DocumentDraft, others: readonly DocumentDraft[]): DocumentDraft {
  const tasks = keptTasks([first, ...others].flatMap(({ origin }) => tasksIn(origin?.fields['tasks'])));
  return {
    ...first,
    origin: first.origin && { ...first.origin, fields: { ...first.origin.fields, tasks } },
    annotations: [...first.annotations, ...others.flatMap(annotationsRenamed)],
  };
}

function annotationsRenamed({ key, annotations }: DocumentDraft): readonly AnnotationDraft[] {
  const renamed = (id: string): string => `${key} ${id}`;
  return annotations.map((one) => ({
    ...one,
    id: renamed(one.id),
    links: one.links.map((link) =>
      link.target.by === 'annotation'
        ? { ...link, target: { ...link.target, annotation: renamed(link.target.annotation) } }
        : link,
    ),
  }));
}
