import { addTo } from '../../core/grouped';
import type { Json } from '../../core/model/origin';
import { plainAnnotation, type AnnotationDraft, type LinkDraft } from '../exchange/drafts';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import { roleKind } from '../json-lines/arrows';
import { idIn, isObject, without, type JsonObject } from '../json-lines/json';
import type { SpanReader } from '../json-lines/span-reader';
import { format } from './names';

const relationMembers: ReadonlySet<string> = new Set(['id', 'from_id', 'to_id', 'type']);
const roleMembers: ReadonlySet<string> = new Set([...relationMembers, 'kind']);

/** Reads the relations of an example whose spans were read before: relations, and what fills roles. */
export class RelationReader {
  readonly #spans: readonly AnnotationDraft[];
  readonly #byId = new Map<string, AnnotationDraft>();
  readonly #reader: SpanReader;
  readonly #codebook: GrowingCodebook;
  readonly #links = new Map<string, LinkDraft[]>();

  constructor(spans: readonly AnnotationDraft[], reader: SpanReader, codebook: GrowingCodebook) {
    this.#spans = spans;
    for (const span of spans) {
      const id = span.origin?.id ?? null;
      if (id !== null && !this.#byId.has(id)) this.#byId.set(id, span);
    }
    this.#reader = reader;
    this.#codebook = codebook;
  }

  /** All annotations of the example: its spans with what fills their roles, then its relations. */
  read(list: Json | undefined): readonly AnnotationDraft[] {
    const relations = this.#reader.list(list, 'relations').flatMap((one, index) => this.#arrow(one, index));
    return [...this.#spans.map((span) => ({ ...span, links: this.#links.get(span.id) ?? [] })), ...relations];
  }

  #arrow(relation: Json, index: number): readonly AnnotationDraft[] {
    const asked = isObject(relation) ? idIn(relation['id']) : undefined;
    // Relations are numbered on their own: a span may have the same number.
    const name = `relation ${asked ?? index + 1}`;
    const label = isObject(relation) ? idIn(relation['type']) : undefined;
    if (!isObject(relation) || label === undefined) {
      this.#reader.unfit(name, 'type');
      return [];
    }
    const from = this.#end(relation, 'from_id', name);
    const to = this.#end(relation, 'to_id', name);
    if (!from || !to) return [];
    if (relation['kind'] === roleKind) {
      const role = this.#codebook.role(from.type, label);
      const origin = { format, id: asked ?? null, fields: without(relation, roleMembers) };
      addTo(this.#links, from.id, linkTo(to, role, origin));
      return [];
    }
    const type = this.#codebook.type('relation', label);
    const origin = { format, id: asked ?? null, fields: without(relation, relationMembers) };
    return [
      {
        ...plainAnnotation(this.#reader.freeId(undefined, name), type, [], origin),
        links: [
          linkTo(from, this.#codebook.role(type, 'from'), null),
          linkTo(to, this.#codebook.role(type, 'to'), null),
        ],
      },
    ];
  }

  #end(relation: JsonObject, member: string, name: string): AnnotationDraft | undefined {
    const id = idIn(relation[member]) ?? '';
    const found = this.#byId.get(id);
    if (!found) this.#reader.missing(name, id);
    return found;
  }
}

const linkTo = (
  { id }: AnnotationDraft,
  role: LinkDraft['role'],
  origin: LinkDraft['origin'],
): LinkDraft => ({ role, target: { by: 'annotation', annotation: id, document: null }, origin });
