import type { Lose } from '../../core/exchange/losses';
import type { DocumentRecord } from '../../core/model/document';
import type { Json } from '../../core/model/origin';
import type { Contents, DocumentContents } from '../exchange/contents';
import type { Piece, SerializeContext } from '../exchange/format';
import { isObject, listIn, wordsIn, type JsonObject } from '../json-lines/json';
import { kindMember } from '../json-lines/kinds';
import { writtenMetadata } from '../json-lines/metadata';
import { fieldsFrom } from '../json-lines/origins';
import { SpanWriter, type WrittenDocument, type WrittenSpan } from '../json-lines/written';
import { format, noteOf } from './parse';

/** What metadata cannot be called: doccano knows something else by these names. */
const reserved: ReadonlySet<string> = new Set([
  'id',
  'text',
  'data',
  'name',
  'label',
  'labels',
  'entities',
  'annotations',
  'relations',
  'Comments',
]);

export function* serialize(
  contents: Contents,
  { options, language, lose }: SerializeContext,
): Generator<Piece> {
  const hasRelations = options['layout'] !== 'labels';
  const room = { bareEnds: false, relations: hasRelations, kinds: hasRelations, byCoder: false };
  const writer = new SpanWriter(contents, format, language, room, lose);
  const numbers = new Numbers();
  for (const one of contents.documents()) {
    const written = writer.write(one);
    // First what a file is recognised by, before the text makes its beginning long.
    const example = {
      Comments: commentsOf(one.document),
      ...headOf(one, lose),
      ...(hasRelations ? withRelations(written, numbers) : asLabels(written, one)),
    };
    yield { file: '', data: `${JSON.stringify(example)}\n` };
  }
  writer.tellUnused();
}

function headOf({ document, text }: DocumentContents, lose: Lose): JsonObject {
  const { textMember, untold } = fieldsFrom(document, format);
  const id = numberOf(document.origin?.format === format ? document.origin.id : null);
  const metadata = Object.entries(document.metadata).filter(([key]) => {
    if (!reserved.has(key)) return true;
    lose({
      thing: 'metadata',
      reason: 'spelling',
      record: document.id,
      part: key,
      document: document.name,
    });
    return false;
  });
  return {
    ...(id === null ? {} : { id }),
    [textMember === 'data' ? 'data' : 'text']: text,
    name: document.name,
    ...writtenMetadata(Object.fromEntries(metadata), isObject(untold) ? untold : {}),
  };
}

/** The comments as they came, as long as they still are the note. */
function commentsOf(document: DocumentRecord): readonly Json[] {
  const before = listIn(fieldsFrom(document, format)['comments']);
  return noteOf(before) === document.note ? before : [document.note];
}

const numberOf = (id: string | null): number | null =>
  id !== null && /^\d{1,15}$/u.test(id) ? Number(id) : null;

/** doccano's ids are numbers: those that came from it stay, the others follow. */
class Numbers {
  #next = 1;
  readonly #taken = new Set<number>();

  of(spans: readonly WrittenSpan[]): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    const fresh: string[] = [];
    for (const { annotation } of spans) {
      const number = numberOf(annotation.origin?.format === format ? annotation.origin.id : null);
      if (number === null || this.#taken.has(number)) fresh.push(annotation.id);
      else found.set(annotation.id, number);
      if (number !== null) this.#taken.add(number);
    }
    for (const id of fresh) {
      while (this.#taken.has(this.#next)) this.#next += 1;
      found.set(id, this.#next);
      this.#taken.add(this.#next);
    }
    return found;
  }
}

function withRelations({ spans, relations }: WrittenDocument, numbers: Numbers): JsonObject {
  const ids = numbers.of(spans);
  const idOf = (end: { readonly annotation: { readonly id: string } | null }): number | null =>
    ids.get(end.annotation?.id ?? '') ?? null;
  return {
    entities: spans.map((span) => ({
      ...fieldsFrom(span.annotation, format),
      id: idOf(span),
      label: span.label,
      start_offset: span.start,
      end_offset: span.end,
      ...kindMember(span.type.kind),
    })),
    relations: relations.map(({ annotation, label, from, to }, index) => ({
      ...fieldsFrom(annotation, format),
      id: numberOf(annotation.origin?.format === format ? annotation.origin.id : null) ?? index + 1,
      from_id: idOf(from),
      to_id: idOf(to),
      type: label,
    })),
  };
}

function asLabels({ spans }: WrittenDocument, { document }: DocumentContents): JsonObject {
  const member = wordsIn(fieldsFrom(document, format)['spansMember']);
  const name = member === 'labels' ? member : 'label';
  return { [name]: spans.map(({ start, end, label }) => [start, end, label]) };
}
