import type { Span } from '../../core/model/annotation';
import type { Json } from '../../core/model/origin';
import { addTo, grouped } from '../../core/grouped';
import { plainAnnotation, type AnnotationDraft, type LinkDraft, type TargetDraft } from '../exchange/drafts';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import { bareMark, roleKind } from './arrows';
import { idIn, isObject, without, wordsIn, type JsonObject } from './json';
import type { SpanReader } from './span-reader';

const own: ReadonlySet<string> = new Set(['id', 'head', 'child', 'head_span', 'child_span', 'label']);
const ofRole: ReadonlySet<string> = new Set([...own, 'kind']);

/** What an annotation is called that stands for a bare stretch of text at the end of a relation. */
const bareLabel = 'span';

/** An annotation under the label that its file gives it. */
export interface ReadSpan {
  readonly label: string;
  readonly draft: AnnotationDraft;
}

/** Reads the arrows of a document whose spans were read before. */
export class ArrowReader {
  readonly #spans: readonly ReadSpan[];
  readonly #tokens: readonly JsonObject[];
  readonly #reader: SpanReader;
  readonly #codebook: GrowingCodebook;
  readonly #format: string;
  readonly #byId: ReadonlyMap<string, AnnotationDraft>;
  /** Looked up for each end of each arrow, of which there may be as many as tokens. */
  readonly #byLast: ReadonlyMap<number, readonly ReadSpan[]>;
  readonly #tokensByName: ReadonlyMap<Json | undefined, JsonObject>;
  readonly #bare = new Map<string, AnnotationDraft>();
  readonly #links = new Map<string, LinkDraft[]>();

  constructor(
    spans: readonly ReadSpan[],
    tokens: readonly JsonObject[],
    reader: SpanReader,
    codebook: GrowingCodebook,
    format: string,
  ) {
    this.#spans = spans;
    this.#tokens = tokens;
    this.#reader = reader;
    this.#codebook = codebook;
    this.#format = format;
    this.#byId = new Map(spans.map(({ draft }) => [draft.id, draft]));
    this.#byLast = grouped(spans, ({ draft }) => draft.fragments[0]?.end ?? -1);
    // Of those of one name, the first.
    this.#tokensByName = new Map(tokens.toReversed().map((token) => [token['id'], token]));
  }

  /** All annotations of the document: its spans with what fills their roles, then what arrows are beside these. */
  read(list: Json | undefined): readonly AnnotationDraft[] {
    const relations = this.#reader.list(list, 'relations').flatMap((one, index) => this.#arrow(one, index));
    const spans = this.#spans.map(({ draft }) => ({ ...draft, links: this.#links.get(draft.id) ?? [] }));
    return [...spans, ...this.#bare.values(), ...relations];
  }

  #arrow(one: Json, index: number): readonly AnnotationDraft[] {
    const asked = isObject(one) ? idIn(one['id']) : undefined;
    const name = asked ?? `relation ${index + 1}`;
    const label = isObject(one) ? wordsIn(one['label']) : undefined;
    if (!isObject(one) || label === undefined) {
      this.#reader.unfit(name, isObject(one) ? 'label' : 'relations');
      return [];
    }
    const head = this.#end(one['head_span'], one['head'], name);
    const child = this.#end(one['child_span'], one['child'], name);
    if (!head || !child) return [];
    if (one['kind'] === roleKind) {
      this.#readRole(one, label, name, head, child);
      return [];
    }
    const type = this.#codebook.type('relation', label);
    const [from, to] = [this.#codebook.role(type, 'head'), this.#codebook.role(type, 'child')];
    const origin = { format: this.#format, id: asked ?? null, fields: without(one, own) };
    return [
      {
        ...plainAnnotation(this.#reader.freeId(asked, name), type, [], origin),
        links: [
          { role: from, target: this.#annotationAt(head), origin: null },
          { role: to, target: this.#annotationAt(child), origin: null },
        ],
      },
    ];
  }

  #readRole(one: JsonObject, label: string, name: string, head: TargetDraft, target: TargetDraft): void {
    const bearer = head.by === 'annotation' ? this.#byId.get(head.annotation) : undefined;
    if (!bearer) {
      this.#reader.unfit(name, 'head_span');
      return;
    }
    const role = this.#codebook.role(bearer.type, label);
    const origin = { format: this.#format, id: null, fields: without(one, ofRole) };
    addTo(this.#links, bearer.id, { role, target, origin });
  }

  /** A relation ties annotations together: a stretch of text that is none becomes one. */
  #annotationAt(target: TargetDraft): TargetDraft {
    if (target.by !== 'span') return target;
    const { start, end } = target.span;
    const key = `${start} ${end}`;
    const known = this.#bare.get(key) ?? this.#bareAnnotation(target.span);
    this.#bare.set(key, known);
    return { by: 'annotation', annotation: known.id, document: null };
  }

  #bareAnnotation(span: Span): AnnotationDraft {
    const origin = { format: this.#format, id: null, fields: { [bareMark]: true } };
    const type = this.#codebook.type('entity', bareLabel);
    return plainAnnotation(this.#reader.freeId(undefined, bareLabel), type, [span], origin);
  }

  /** What stands at the end of an arrow: a span of the document, by its id, place or last token, or a bare stretch. */
  #end(end: Json | undefined, token: Json | undefined, id: string): TargetDraft | null {
    if (isObject(end)) {
      const known = this.#byId.get(idIn(end['id']) ?? '');
      if (known) return { by: 'annotation', annotation: known.id, document: null };
    }
    const place = isObject(end) ? end : this.#token(token);
    if (!place) {
      this.#reader.missing(id, idIn(token) ?? '');
      return null;
    }
    const span = this.#reader.span(place['start'], place['end'], id);
    if (!span) return null;
    const endThere = this.#byLast.get(span.end) ?? [];
    // Only the last token is told where there is no `head_span`.
    const there = isObject(end)
      ? endThere.find(
          ({ draft, label }) => draft.fragments[0]?.start === span.start && label === end['label'],
        )
      : endThere[0];
    return there ? { by: 'annotation', annotation: there.draft.id, document: null } : { by: 'span', span };
  }

  /** The token of a number: by what it calls itself, else by its place in the list. */
  #token(number: Json | undefined): JsonObject | undefined {
    return this.#tokensByName.get(number) ?? (typeof number === 'number' ? this.#tokens[number] : undefined);
  }
}
