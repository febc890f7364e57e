import { spanMembers } from '../json-lines/span-members';
import type { Json } from '../../core/model/origin';
import { plainAnnotation } from '../exchange/drafts';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import type { ReadSpan } from '../json-lines/read-arrows';
import { idIn, isList, isObject, without, type JsonObject } from '../json-lines/json';
import { readKind } from '../json-lines/kinds';
import type { SpanReader } from '../json-lines/span-reader';

/** The group that stands for `doc.ents` among those of `doc.spans`. */
export const entities = 'doc.ents';

interface Found {
  readonly span: ReadSpan;
  readonly groups: (string | null)[];
  readonly members: Map<string | null, JsonObject>;
}

/**
 * The spans of a document, whatever groups they stand in. What stands in several of them under one id, or else at one
 * place under one label, is one annotation.
 */
export class GroupedSpans {
  readonly #reader: SpanReader;
  readonly #codebook: GrowingCodebook;
  readonly #format: string;
  readonly #found = new Map<string, Found>();
  readonly #counts = new Map<string, number>();
  #count = 0;

  constructor(reader: SpanReader, codebook: GrowingCodebook, format: string) {
    this.#reader = reader;
    this.#codebook = codebook;
    this.#format = format;
  }

  /** Takes a span of a group; of null for one of a plain list. */
  add(group: string | null, one: Json): void {
    const span = isList(one) ? ofTuple(one) : one;
    const name = isObject(span) ? idIn(span['id']) : undefined;
    const label = isObject(span) ? idIn(span['label']) : undefined;
    this.#count += 1;
    const fallback = name ?? `span ${this.#count}`;
    if (!isObject(span) || label === undefined) {
      this.#reader.unfit(fallback, 'label');
      return;
    }
    const place = this.#reader.span(span['start'], span['end'], fallback);
    if (!place) return;
    // Twins within one group are two: the first is that of the other groups' first.
    const what = JSON.stringify([name ?? null, place.start, place.end, label]);
    const inGroup = JSON.stringify([group, what]);
    const twin = this.#counts.get(inGroup) ?? 0;
    this.#counts.set(inGroup, twin + 1);
    const key = `${twin} ${what}`;
    const known = this.#found.get(key);
    const members = without(span, spanMembers);
    if (known) {
      known.groups.push(group);
      known.members.set(group, members);
      return;
    }
    const type = this.#codebook.type(readKind(span['kind']), label);
    const origin = { format: this.#format, id: name ?? null, fields: {} };
    const draft = plainAnnotation(this.#reader.freeId(name, fallback), type, [place], origin);
    this.#found.set(key, { span: { label, draft }, groups: [group], members: new Map([[group, members]]) });
  }

  /** Each annotation once, with the groups that it stood in among its origin's fields. */
  drafts(): readonly ReadSpan[] {
    return [...this.#found.values()].map(({ span: { label, draft }, groups, members }) => {
      const kept = groups.map((group) => ({ group, members: members.get(group) ?? {} }));
      return {
        label,
        draft: { ...draft, origin: draft.origin && { ...draft.origin, fields: { groups: kept } } },
      };
    });
  }
}

/** A span as the training data of spaCy's second version has it: start, end, label. */
const ofTuple = ([start, end, label]: readonly Json[]): JsonObject => ({
  start: start ?? null,
  end: end ?? null,
  label: label ?? null,
});
