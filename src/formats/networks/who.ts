import type { Codebook } from '../../core/codebook/codebook';
import {
  quoteOf,
  type AnnotationRecord,
  type EntryRecord,
  type LinkTarget,
} from '../../core/model/annotation';
import { nameFor } from '../codebook/losses';
import type { Contents } from '../exchange/contents';
import type { NetworkNode, NodeKind } from './network';

const blanks = /\s+/gu;

/** Words as they identify what nobody has put into the registry: without regard to blanks and case. */
const folded = (text: string): string => text.replace(blanks, ' ').trim().toLowerCase();

/** Finds out whom and what annotations are about: the entry that they refer to, else the words that they cover. */
export class Who {
  readonly #contents: Contents;
  readonly #entries: ReadonlyMap<string, EntryRecord>;
  readonly #typeNames: ReadonlyMap<string, string>;

  constructor(contents: Contents, language: string) {
    this.#contents = contents;
    this.#entries = new Map([...contents.entries()].map((entry) => [entry.id, entry]));
    this.#typeNames = new Map(
      contents.codebook.types.map(({ id, names }) => [id, nameFor(names, language) || id]),
    );
  }

  /** What an annotation is about; undefined where it is linked to no entry and covers no words. */
  ofAnnotation(annotation: AnnotationRecord, kind: NodeKind): NetworkNode | undefined {
    const entry = annotation.entry === null ? undefined : this.#entries.get(annotation.entry);
    const type = this.#typeNames.get(annotation.type) ?? '';
    return entry ? this.#ofEntry(entry, kind, type) : this.#ofWords(quoteOf(annotation), kind, type);
  }

  /** What stands for an annotation of no words, which has nothing but its type to be called by. */
  unnamed({ id, type }: AnnotationRecord, kind: NodeKind): NetworkNode {
    const name = this.#typeNames.get(type) ?? '';
    return { id: `annotation ${id}`, label: name, kind, type: name };
  }

  /** Who or what fills a role; undefined where that is not exported. */
  ofTarget(target: LinkTarget, kind: NodeKind): NetworkNode | undefined {
    if (target.by === 'span') return this.#ofWords(target.span.quote, kind, '');
    if (target.by === 'entry') {
      const entry = this.#entries.get(target.entry);
      return entry && this.#ofEntry(entry, kind, this.#typeNames.get(entry.type ?? '') ?? '');
    }
    const annotation = this.#contents.annotation(target.annotation);
    return annotation && this.ofAnnotation(annotation, kind);
  }

  #ofEntry({ id, name }: EntryRecord, kind: NodeKind, type: string): NetworkNode {
    return { id: `entry ${id}`, label: name, kind, type };
  }

  #ofWords(words: string, kind: NodeKind, type: string): NetworkNode | undefined {
    if (folded(words) === '') return undefined;
    return { id: `words ${type} ${folded(words)}`, label: words.replace(blanks, ' ').trim(), kind, type };
  }
}

/** The ids of roles or attributes that a list of names, parted by semicolons, means: by name in any language, or by id. */
export function idsNamed(
  records: readonly { readonly id: string; readonly names: Readonly<Record<string, string>> }[],
  list: string | boolean | undefined,
): ReadonlySet<string> {
  const wanted = new Set(
    String(list ?? '')
      .split(';')
      .map((name) => folded(name)),
  );
  wanted.delete('');
  return new Set(
    records
      .filter(({ id, names }) =>
        [id, id.slice(id.lastIndexOf('.') + 1), ...Object.values(names)].some((name) =>
          wanted.has(folded(name)),
        ),
      )
      .map(({ id }) => id),
  );
}

/** The kinds of types by their id. */
export const kindsOf = ({ types }: Codebook): ReadonlyMap<string, string> =>
  new Map(types.map(({ id, kind }) => [id, kind]));
