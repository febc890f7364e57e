import { lookupIn } from '../../core/codebook/lookup';
import { grouped } from '../../core/grouped';
import type { DocumentId } from '../../core/ids';
import type { AnnotationRecord, LinkRecord } from '../../core/model/annotation';
import type { Json } from '../../core/model/origin';
import { makeOffsetTable, type OffsetTable } from '../../core/offsets';
import { nameFor } from '../codebook/losses';
import type { Contents, DocumentContents } from '../exchange/contents';
import type { Piece, SerializeContext } from '../exchange/format';
import { lineOf, ordered } from '../json/ordered';
import type { JsonObject } from '../json-lines/json';
import { selectorsOf } from './selectors';
import { annotationContext, annotationUrn, documentUrn, entryUrn, postilContext } from './vocabulary';

const collection = 'urn:postil:collection';
const pageOf = (document: string): string => `${documentUrn.of(document)}:annotations`;

const asJson = (value: unknown): Json => ordered(value) as Json;
const asRecord = (line: string): Json => JSON.parse(line) as Json;
const piece = (data: string): Piece => ({ file: '', data });

/** One collection: the codebook, the registry, and each document with its text and the page of its annotations. */
export function* serialize(contents: Contents, { language }: SerializeContext): Generator<Piece> {
  const { codebook } = contents;
  const documents = contents.documents()[Symbol.iterator]();
  let step = documents.next();
  const head = {
    '@context': [annotationContext, postilContext],
    id: collection,
    type: 'AnnotationCollection',
    label: contents.name,
    ...(step.done ? {} : { first: pageOf(step.value.document.id) }),
    codebook: {
      types: codebook.types.map((record) => asRecord(lineOf('type', record))),
      roles: codebook.roles.map((record) => asRecord(lineOf('role', record))),
      attributes: codebook.attributes.map((record) => asRecord(lineOf('attribute', record))),
      terms: codebook.terms.map((record) => asRecord(lineOf('term', record))),
    },
  };
  yield piece(`${JSON.stringify(head).slice(0, -1)},\n"entries": [`);
  let comma = '';
  for (const entry of contents.entries()) {
    yield piece(
      `${comma}\n{"id":${JSON.stringify(entryUrn.of(entry.id))},"entry":${lineOf('entry', entry)}}`,
    );
    comma = ',';
  }
  yield piece('],\n"documents": [');
  comma = '';
  const write = new DocumentWriter(contents, language);
  while (!step.done) {
    const one = step.value;
    step = documents.next();
    const next = step.done ? null : step.value.document.id;
    yield piece(`${comma}\n${JSON.stringify(write.document(one, next))}`);
    comma = ',';
  }
  yield piece(']}\n');
}

class DocumentWriter {
  readonly #contents: Contents;
  readonly #lookup;
  readonly #coders: ReadonlyMap<string, string>;
  readonly #language: string;

  constructor(contents: Contents, language: string) {
    this.#contents = contents;
    this.#lookup = lookupIn(contents.codebook);
    this.#coders = new Map(contents.coders.map(({ id, name }) => [id, name]));
    this.#language = language;
  }

  /** A document with its text and its page, which leads on to that of the `next` one. */
  document(
    { document, text, segmentations, annotations, links }: DocumentContents,
    next: DocumentId | null,
  ): JsonObject {
    const offsets = makeOffsetTable(text);
    const linksOf = grouped(links, ({ annotation }) => annotation);
    return {
      id: documentUrn.of(document.id),
      type: 'Document',
      documentName: document.name,
      text,
      status: document.status,
      note: document.note,
      metadata: asJson(document.metadata),
      attributes: asJson(document.attributes),
      segmentations: segmentations.map(({ unit, spans, origin }) => ({
        unit,
        spans,
        origin: asJson(origin),
      })),
      origin: asJson(document.origin),
      annotations: {
        id: pageOf(document.id),
        type: 'AnnotationPage',
        partOf: collection,
        ...(next === null ? {} : { next: pageOf(next) }),
        items: annotations.map((one) => this.#annotation(one, linksOf.get(one.id) ?? [], text, offsets)),
      },
    };
  }

  #annotation(
    annotation: AnnotationRecord,
    links: readonly LinkRecord[],
    text: string,
    offsets: OffsetTable,
  ): JsonObject {
    const type = this.#lookup.type(annotation.type);
    const source = documentUrn.of(annotation.document);
    const isRelation = annotation.fragments.length === 0;
    return {
      id: annotationUrn.of(annotation.id),
      type: 'Annotation',
      motivation: isRelation ? 'linking' : 'classifying',
      creator: { type: 'Person', name: this.#coders.get(annotation.coder) ?? annotation.coder },
      created: annotation.createdAt,
      modified: annotation.modifiedAt,
      body: {
        type: 'Coding',
        class: annotation.type,
        className: nameFor(type?.names ?? {}, this.#language),
        kind: type?.kind ?? 'entity',
        status: annotation.status,
        note: annotation.note,
        ...(annotation.entry === null ? {} : { identity: entryUrn.of(annotation.entry) }),
        attributes: asJson(annotation.attributes),
        fillers: links.map((link) => this.#filler(link, annotation, text, offsets)),
        origin: asJson(annotation.origin),
      },
      target: isRelation
        ? source
        : annotation.fragments.map((fragment) => ({
            source,
            selector: selectorsOf(fragment, text, offsets),
          })),
    };
  }

  #filler(
    { role, target, origin }: LinkRecord,
    { document }: AnnotationRecord,
    text: string,
    offsets: OffsetTable,
  ): JsonObject {
    const roleName = nameFor(this.#lookup.role(role)?.names ?? {}, this.#language);
    const common = { role, roleName, origin: asJson(origin) };
    if (target.by === 'entry') return { ...common, fillerEntry: entryUrn.of(target.entry) };
    if (target.by === 'span') {
      const selector = selectorsOf(target.span, text, offsets);
      return { ...common, target: { source: documentUrn.of(document), selector } };
    }
    const elsewhere = this.#contents.annotation(target.annotation)?.document ?? document;
    return {
      ...common,
      fillerAnnotation: annotationUrn.of(target.annotation),
      ...(elsewhere === document ? {} : { fillerDocument: documentUrn.of(elsewhere) }),
    };
  }
}
