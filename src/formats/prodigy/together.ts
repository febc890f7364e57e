import { addTo } from '../../core/grouped';
import type { DocumentDraft } from '../exchange/drafts';
import type { SourceFile } from '../exchange/format';
import { wordsIn, type JsonObject } from '../json-lines/json';
import { readRecords } from '../json-lines/records';
import { annotatorOf, keptTasks, tasksIn } from './tasks';

/** A number that tells texts apart in all but very rare cases (FNV-1a, 32 bits). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}

const keyOf = (task: JsonObject): string => {
  const text = wordsIn(task['text']) ?? '';
  return `${hashOf(text)} ${text.length} ${wordsIn(task['name']) ?? ''}`;
};

/**
 * Puts together what several annotators made of one text: Prodigy writes a task for each of them, anywhere in the file.
 * The file is counted through first, so that only documents of which more is to come are held.
 */
export class Together {
  readonly #awaited: Map<string, number>;
  readonly #held = new Map<string, DocumentDraft[]>();

  private constructor(awaited: Map<string, number>) {
    this.#awaited = awaited;
  }

  /** Counts the tasks of a file by what they are of. */
  static async of(file: SourceFile): Promise<Together> {
    const counts = new Map<string, number>();
    for await (const item of readRecords(file)) {
      if (item.kind === 'warning' || annotatorOf(item.value) === null) continue;
      const key = keyOf(item.value);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return new Together(new Map([...counts].filter(([, count]) => count > 1)));
  }

  /** Takes a task as a document. Answers with the document that is complete with it; null where more is to come. */
  add(draft: DocumentDraft, task: JsonObject): DocumentDraft | null {
    const key = keyOf(task);
    const awaited = this.#awaited.get(key);
    if (awaited === undefined || annotatorOf(task) === null) return draft;
    addTo(this.#held, key, draft);
    this.#awaited.set(key, awaited - 1);
    if (awaited > 1) return null;
    const [first, ...others] = this.#held.get(key) ?? [];
    this.#held.delete(key);
    return first ? others.reduce(joined, first) : null;
  }

  /** What was still held back at the end. */
  rest(): readonly DocumentDraft[] {
    return [...this.#held.values()].flat();
  }
}

/** One document with the annotations of two. Ids and links are told apart by where their task stands. */
function joined(a: DocumentDraft, b: DocumentDraft): DocumentDraft {
  const renamed = (id: string): string => `${b.key} ${id}`;
  const tasks = keptTasks([a, b].flatMap(({ origin }) => tasksIn(origin?.fields['tasks'])));
  return {
    ...a,
    origin: a.origin && { ...a.origin, fields: { ...a.origin.fields, tasks } },
    segmentations: a.segmentations.length > 0 ? a.segmentations : b.segmentations,
    annotations: [
      ...a.annotations,
      ...b.annotations.map((one) => ({
        ...one,
        id: renamed(one.id),
        links: one.links.map((link) =>
          link.target.by === 'annotation'
            ? { ...link, target: { ...link.target, annotation: renamed(link.target.annotation) } }
            : link,
        ),
      })),
    ],
  };
}
