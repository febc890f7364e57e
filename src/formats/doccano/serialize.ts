import type { Lose } from '../../core/exchange/losses';
import type { DocumentRecord } from '../../core/model/document';
import type { Json, Origin } from '../../core/model/origin';
import type { Contents, DocumentContents } from '../exchange/contents';
import type { Piece, SerializeContext } from '../exchange/format';
import { roleKind } from '../json-lines/arrows';
import { isObject, listIn, wordsIn, type JsonObject } from '../json-lines/json';
import { kindMember } from '../json-lines/kinds';
import { writtenMetadata } from '../json-lines/metadata';
import { fieldsFrom } from '../json-lines/origins';
import {
  SpanWriter,
  type WrittenDocument,
  type WrittenRelation,
  type WrittenRole,
  type WrittenSpan,
} from '../json-lines/written';
import { format } from './names';
import { noteOf } from './parse';

/** What metadata cannot be called: doccano knows something else by these names, or Postil writes it there. */
const reserved = ['id', 'text', 'name', 'relations', 'Comments', 'entities'] as const;

/** Writes an example for each document, with relations beside its entities or with labels alone. */
export function* serialize(
  contents: Contents,
  { options, language, lose }: SerializeContext,
): Generator<Piece> {
  const hasRelations = options['layout'] !== 'labels';
  const room = { bareEnds: false, relations: hasRelations, kinds: hasRelations, byCoder: false };
  const writer = new SpanWriter(contents, format, language, room, lose);
  const numbers = new AllNumbers();
  for (const one of contents.documents()) {
    const written = writer.write(one);
    const spans = hasRelations ? withRelations(written, numbers) : asLabels(written, one);
    // First what a file is recognised by, before the text makes its beginning long.
    const example = {
      Comments: commentsOf(one.document),
      ...headOf(one, Object.keys(spans), lose),
      ...spans,
    };
    yield { file: '', data: `${JSON.stringify(example)}\n` };
  }
  writer.tellUnused();
}

function headOf(
  { document, text }: DocumentContents,
  spanMembers: readonly string[],
  lose: Lose,
): JsonObject {
  const { textMember, untold } = fieldsFrom(document, format);
  const taken = new Set<string>([...reserved, ...spanMembers, ...(textMember === 'data' ? ['data'] : [])]);
  const id = numberOf(document.origin?.format === format ? document.origin.id : null);
  const metadata = Object.entries(document.metadata).filter(([key]) => {
    if (!taken.has(key)) return true;
    lose({
      thing: 'metadata',
      reason: 'no-place',
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

/**
 * doccano's ids are numbers: those that came from it stay, the others follow. Some of its files begin anew with each
 * example, so that a number that came from it has to be new in its own example only.
 */
class Numbers {
  #next = 1;
  readonly #taken = new Set<number>();

  of(records: readonly Numbered[]): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    const here = new Set<number>();
    const fresh: string[] = [];
    for (const { id, origin } of records) {
      const number = numberOf(origin?.format === format ? origin.id : null);
      if (number === null || here.has(number)) fresh.push(id);
      else found.set(id, number);
      if (number !== null) here.add(number);
    }
    for (const number of here) this.#taken.add(number);
    for (const id of fresh) {
      while (this.#taken.has(this.#next)) this.#next += 1;
      found.set(id, this.#next);
      this.#taken.add(this.#next);
    }
    return found;
  }
}

interface Numbered {
  readonly id: string;
  readonly origin: Origin | null;
}

/** Numbers for all that an export writes: spans and relations are numbered apart from each other. */
class AllNumbers {
  readonly spans = new Numbers();
  readonly relations = new Numbers();
}

function withRelations({ spans, relations, roles }: WrittenDocument, numbers: AllNumbers): JsonObject {
  const ids = numbers.spans.of(spans.map(({ annotation }) => annotation));
  const arrowIds = numbers.relations.of([
    ...relations.map(({ annotation }) => annotation),
    ...roles.map(({ link }) => link),
  ]);
  const arrow = (record: Numbered, { from, to, label }: WrittenRelation | WrittenRole): JsonObject => ({
    ...fieldsFrom(record, format),
    id: arrowIds.get(record.id) ?? null,
    from_id: ids.get(from.annotation?.id ?? '') ?? null,
    to_id: ids.get(to.annotation?.id ?? '') ?? null,
    type: label,
  });
  return {
    entities: spans.map((span) => ({
      ...spanFields(span),
      id: ids.get(span.annotation.id) ?? null,
      start_offset: span.start,
      end_offset: span.end,
      ...kindMember(span.type.kind),
    })),
    relations: [
      ...relations.map((relation) => arrow(relation.annotation, relation)),
      ...roles.map((role) => ({ ...arrow(role.link, role), kind: roleKind })),
    ],
  };
}

/** The label of a span: by its number, too, where it came with one and is still called so. */
function spanFields({ annotation, label }: WrittenSpan): JsonObject {
  const { label: number, label_name: name, ...fields } = fieldsFrom(annotation, format);
  return name !== undefined && name === label
    ? { ...fields, label: number ?? null, label_name: name }
    : { ...fields, label };
}

function asLabels({ spans }: WrittenDocument, { document }: DocumentContents): JsonObject {
  const member = wordsIn(fieldsFrom(document, format)['spansMember']);
  const name = member === 'labels' ? member : 'label';
  return { [name]: spans.map(({ start, end, label }) => [start, end, label]) };
}
