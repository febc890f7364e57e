import { lookupIn, type Lookup } from '../../core/codebook/lookup';
import type { Lose } from '../../core/exchange/losses';
import type { Reason, Thing } from '../../core/exchange/things';
import { grouped } from '../../core/grouped';
import type { AnnotationId, TypeId } from '../../core/ids';
import type { AnnotationRecord, LinkRecord } from '../../core/model/annotation';
import type { TypeRecord } from '../../core/model/codebook';
import type { CodePointOffset } from '../../core/offsets';
import type { Contents, DocumentContents } from '../exchange/contents';
import { uniqueNames } from '../exchange/unique-names';
import { labelled, type LabelledType } from './names';

/** An annotation as one stretch of text under one label, in code points. */
export interface WrittenSpan {
  readonly annotation: AnnotationRecord;
  readonly type: TypeRecord;
  readonly label: string;
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
}

/** What stands at one end of a relation: a written annotation, or a bare stretch of text. */
export type WrittenEnd =
  WrittenSpan | { readonly annotation: null; readonly start: CodePointOffset; readonly end: CodePointOffset };

/** A relation as an arrow with one label. */
export interface WrittenRelation {
  readonly annotation: AnnotationRecord;
  readonly type: TypeRecord;
  readonly label: string;
  readonly from: WrittenEnd;
  readonly to: WrittenEnd;
}

/** A filled role as an arrow from what has the role to what fills it. */
export interface WrittenRole {
  readonly link: LinkRecord;
  readonly label: string;
  readonly from: WrittenSpan;
  readonly to: WrittenEnd;
}

/** What a format that knows labelled stretches of text, and arrows between them, writes of a document. */
export interface WrittenDocument {
  readonly spans: readonly WrittenSpan[];
  readonly relations: readonly WrittenRelation[];
  readonly roles: readonly WrittenRole[];
}

/** What such a format can hold beyond that. */
export interface Room {
  /** Whether a bare stretch of text may stand at the end of an arrow. */
  readonly bareEnds: boolean;
  /** Whether there are arrows at all: relations, and what fills roles. */
  readonly relations: boolean;
  /** Whether kinds other than entities can be told. */
  readonly kinds: boolean;
  /** Whether what each coder made stands on its own, so that a relation has to stand between its coder's annotations. */
  readonly byCoder: boolean;
}

/** Turns documents into labelled spans and arrows, and tells what is lost by that. */
export class SpanWriter {
  readonly #contents: Contents;
  readonly #lookup: Lookup;
  readonly #labels: ReadonlyMap<TypeId, LabelledType>;
  readonly #room: Room;
  readonly #lose: Lose;
  readonly #used = new Set<TypeId>();
  readonly #roleNames = new Map<TypeId, ReadonlyMap<string, string>>();
  readonly #nameRoles: (type: TypeId) => ReadonlyMap<string, string>;

  constructor(contents: Contents, format: string, language: string, room: Room, lose: Lose) {
    this.#contents = contents;
    this.#lookup = lookupIn(contents.codebook);
    this.#labels = labelled(contents.codebook, format, language);
    this.#nameRoles = (type) => uniqueNames(this.#lookup.rolesOf(type), format, language);
    this.#room = room;
    this.#lose = lose;
  }

  /** What of a document the format has room for; what it has not is told. */
  write(one: DocumentContents): WrittenDocument {
    const { document, annotations, links } = one;
    const tell = (thing: Thing, reason: Reason, record: string): void =>
      this.#lose({ thing, reason, record, part: null, document: document.name });
    const spans = annotations.flatMap((annotation) => this.#span(annotation, tell));
    const byId = new Map(spans.map((span) => [span.annotation.id, span]));
    const linksOf = grouped(links, ({ annotation }) => annotation);
    const relations = this.#room.relations
      ? annotations.flatMap((annotation) =>
          this.#relation(annotation, linksOf.get(annotation.id) ?? [], byId, tell),
        )
      : [];
    const roles = this.#room.relations ? links.flatMap((link) => this.#role(link, byId, tell)) : [];
    for (const { type } of [...spans, ...relations]) this.#used.add(type.id);
    return { spans, relations, roles };
  }

  /** What fills a role of an annotation that is written; the ends of relations are written with these. */
  #role(
    link: LinkRecord,
    spans: ReadonlyMap<AnnotationId, WrittenSpan>,
    tell: (thing: Thing, reason: Reason, record: string) => void,
  ): readonly WrittenRole[] {
    const from = spans.get(link.annotation);
    if (!from) return [];
    const to = this.#end(from.annotation, link, spans);
    if ('reason' in to) {
      tell('role', to.reason, link.id);
      return [];
    }
    return [{ link, label: this.#namesOfRoles(from.type.id).get(link.role) ?? link.role, from, to }];
  }

  /** The labels of the roles that annotations of a type have. */
  #namesOfRoles(type: TypeId): ReadonlyMap<string, string> {
    const known = this.#roleNames.get(type) ?? this.#nameRoles(type);
    this.#roleNames.set(type, known);
    return known;
  }

  /** To be called after the last document: types that nothing was written of are not in the file. */
  tellUnused(): void {
    for (const { id } of this.#contents.codebook.types)
      if (!this.#used.has(id))
        this.#lose({ thing: 'type', reason: 'unused', record: id, part: null, document: null });
  }

  #span(
    annotation: AnnotationRecord,
    tell: (thing: Thing, reason: Reason, record: string) => void,
  ): readonly WrittenSpan[] {
    const found = this.#labels.get(annotation.type);
    const [first] = annotation.fragments;
    if (!found || !first || found.type.kind === 'relation') return [];
    const start = first.start;
    const end = Math.max(...annotation.fragments.map((fragment) => fragment.end)) as CodePointOffset;
    if (found.type.kind !== 'entity' && !this.#room.kinds) tell('annotation', 'kind', annotation.id);
    else if (start === end) tell('annotation', 'no-width', annotation.id);
    else {
      if (annotation.fragments.length > 1) tell('fragment', 'gaps-filled', annotation.id);
      return [{ annotation, ...found, start, end }];
    }
    return [];
  }

  #relation(
    annotation: AnnotationRecord,
    links: readonly LinkRecord[],
    spans: ReadonlyMap<AnnotationId, WrittenSpan>,
    tell: (thing: Thing, reason: Reason, record: string) => void,
  ): readonly WrittenRelation[] {
    const found = this.#labels.get(annotation.type);
    if (found?.type.kind !== 'relation') return [];
    const [first, second] = this.#lookup.rolesOf(annotation.type);
    const from = links.find(({ role }) => role === first?.id);
    const to = links.find(({ role }) => role === second?.id);
    const start = this.#endOfRelation(annotation, from, spans);
    const end = this.#endOfRelation(annotation, to, spans);
    for (const one of [start, end])
      if ('reason' in one) {
        tell('relation', one.reason, annotation.id);
        return [];
      }
    if ('reason' in start || 'reason' in end) return [];
    for (const link of links) if (link !== from && link !== to) tell('role', 'one-only', link.id);
    return [{ annotation, ...found, from: start, to: end }];
  }

  /** Relations tie annotations together: a bare stretch of text at an end would not come back as one. */
  #endOfRelation(
    relation: AnnotationRecord,
    link: LinkRecord | undefined,
    spans: ReadonlyMap<AnnotationId, WrittenSpan>,
  ): WrittenEnd | { readonly reason: Reason } {
    return link?.target.by === 'span' ? { reason: 'filled-by-span' } : this.#end(relation, link, spans);
  }

  #end(
    { document, coder }: AnnotationRecord,
    link: LinkRecord | undefined,
    spans: ReadonlyMap<AnnotationId, WrittenSpan>,
  ): WrittenEnd | { readonly reason: Reason } {
    if (!link) return { reason: 'filler-missing' };
    const { target } = link;
    if (target.by === 'entry') return { reason: 'filled-by-entry' };
    if (target.by === 'span') {
      const { start, end } = target.span;
      return this.#room.bareEnds && start < end
        ? { annotation: null, start, end }
        : { reason: 'filled-by-span' };
    }
    const filler = this.#contents.annotation(target.annotation);
    if (filler && filler.document !== document) return { reason: 'other-document' };
    const span = spans.get(target.annotation);
    const isInReach = !this.#room.byCoder || span?.annotation.coder === coder;
    return span && isInReach ? span : { reason: 'filler-missing' };
  }
}
