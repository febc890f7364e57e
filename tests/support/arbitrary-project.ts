import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Fragment, LinkRecord, LinkTarget } from '../../src/core/model/annotation';
import type { AttributeValues } from '../../src/core/model/codebook';
import type { Origin } from '../../src/core/model/origin';
import type { AnyRecord, RecordName, Records } from '../../src/core/model/records';
import type { Timestamp } from '../../src/core/ids';
import { codePoint } from '../../src/core/offsets';

/** Everything that a project holds, and whose references, offsets and quotes are sound. */
export interface SampleProject {
  readonly records: { readonly [Name in RecordName]: readonly Records[Name][] };
  /** By the sha256 of the text. */
  readonly texts: ReadonlyMap<string, string>;
}

const awkward = [
  '🇧🇾',
  '😀',
  'е\u0301',
  '\u00a0',
  '«',
  '»',
  '"',
  '\\',
  '\r\n',
  '\n',
  '\u2028',
  '\u0007',
  'Ж',
  'a',
  ' ',
];
const prose = fc
  .array(fc.constantFrom(...awkward, 'Минск', 'talks'), { minLength: 1, maxLength: 30 })
  .map((words) => words.join(''));
const text = fc.oneof(prose, fc.string({ unit: 'grapheme' })).map((value) => value.replaceAll('\0', ''));
const key = fc.oneof(fc.constantFrom('ru', 'en', '10', '9', 'constructor', 'toString', 'end', 'start'), text);
const texts = fc.dictionary(
  key.filter((name) => name !== '__proto__'),
  text,
  { maxKeys: 4, noNullPrototype: true },
);
const json = fc
  .jsonValue({ maxDepth: 3, noUnicodeString: false })
  .map(
    (value) =>
      JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto').replaceAll('\\u0000', '')) as never,
  );
const origin: fc.Arbitrary<Origin | null> = fc.option(
  fc.record({
    format: fc.constantFrom('brat', 'text'),
    id: fc.option(text),
    fields: fc.dictionary(fc.constantFrom('x', 'y', '1'), json, { noNullPrototype: true }),
  }),
);
const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString() as Timestamp);
const status = fc.constantFrom('draft', 'done', 'doubtful');
const hue = fc.integer({ min: 0, max: 359 });
const position = fc.integer({ min: 0, max: 5 });
const physicalKey = fc.option(fc.constantFrom('KeyQ', 'Shift+Digit1'));

const sha256Of = (value: string): string => createHash('sha256').update(value).digest('hex');

/** A choice among records that exist, or null where there are none. */
function pick<Item>(items: readonly Item[], choice: number): Item | null {
  return items[choice % Math.max(1, items.length)] ?? null;
}

const choice = fc.nat(1000);
const choices = fc.array(choice, { maxLength: 3 });
const ids = <Id>(prefix: string, count: number): Id[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}` as Id);

function fragmentOf(content: string, from: number, to: number): Fragment {
  const characters = Array.from(content);
  const ends = [from % (characters.length + 1), to % (characters.length + 1)].sort((a, b) => a - b);
  const [start = 0, end = 0] = ends;
  return { start: codePoint(start), end: codePoint(end), quote: characters.slice(start, end).join('') };
}

const byPlace = (a: Fragment, b: Fragment): number => a.start - b.start || a.end - b.end;

/** Draws one record after another from the same stream of random values. */
function build(draw: <Value>(arbitrary: fc.Arbitrary<Value>) => Value): SampleProject {
  const some = <Id>(prefix: string, most: number): Id[] =>
    ids<Id>(prefix, draw(fc.integer({ min: 0, max: most })));
  const coder = ['coder0', ...some<string>('other-coder', 2)].map((id): Records['coder'] => ({
    record: 'coder',
    id: id as Records['coder']['id'],
    name: draw(text),
    origin: draw(origin),
  }));
  const typeIds = ids<Records['type']['id']>('type', draw(fc.integer({ min: 1, max: 5 })));
  const type = typeIds.map((id, index): Records['type'] => ({
    record: 'type',
    id,
    kind: draw(fc.constantFrom('entity', 'event', 'statement', 'relation')),
    parent: index > 0 && draw(fc.boolean()) ? pick(typeIds.slice(0, index), draw(choice)) : null,
    position: draw(position),
    names: draw(texts),
    guidelines: draw(texts),
    hue: draw(hue),
    key: draw(physicalKey),
    symmetric: draw(fc.boolean()),
    origin: draw(origin),
  }));
  const role = some<Records['role']['id']>('role', 3).map((id): Records['role'] => ({
    record: 'role',
    id,
    type: pick(typeIds, draw(choice)) ?? ('type0' as Records['type']['id']),
    position: draw(position),
    names: draw(texts),
    key: draw(physicalKey),
    min: draw(fc.integer({ min: 0, max: 1 })),
    max: draw(fc.constantFrom(null, 1, 7)),
    fillers: {
      kinds: draw(fc.subarray(['entity', 'event', 'statement', 'relation'] as const)),
      types: draw(fc.subarray(typeIds)),
      entries: draw(fc.boolean()),
      spans: draw(fc.boolean()),
    },
    origin: draw(origin),
  }));
  const attribute = some<Records['attribute']['id']>('attribute', 3).map((id): Records['attribute'] => ({
    record: 'attribute',
    id,
    owner: draw(
      fc.constantFrom(
        { of: 'entry' } as const,
        { of: 'document' } as const,
        { of: 'type', type: typeIds[0] ?? ('type0' as Records['type']['id']) } as const,
      ),
    ),
    position: draw(position),
    names: draw(texts),
    key: draw(physicalKey),
    domain: draw(
      fc.oneof(
        fc.constantFrom(
          { kind: 'yes-no' } as const,
          { kind: 'number' } as const,
          { kind: 'vocabulary' } as const,
        ),
        fc.record({
          kind: fc.constant('one-of' as const),
          choices: fc.array(fc.record({ value: text, names: texts }), { maxLength: 2 }),
        }),
      ),
    ),
    required: draw(fc.boolean()),
    default: draw(fc.constantFrom(null, true, 'x')),
    origin: draw(origin),
  }));
  const vocabularies = attribute.filter(({ domain }) => domain.kind === 'vocabulary');
  const termIds = vocabularies.length === 0 ? [] : some<Records['term']['id']>('term', 3);
  const term = termIds.map((id): Records['term'] => ({
    record: 'term',
    id,
    attribute: pick(vocabularies, 0)?.id ?? ('none' as Records['attribute']['id']),
    parent: id !== termIds[0] && draw(fc.boolean()) ? (termIds[0] ?? null) : null,
    name: draw(text),
    origin: draw(origin),
  }));
  /** Values that each domain allows. */
  const valueFor = (domain: Records['attribute']['domain']): AttributeValues[string] => {
    switch (domain.kind) {
      case 'yes-no':
        return draw(fc.boolean());
      case 'number':
        return draw(
          fc.oneof(
            fc.integer(),
            fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
          ),
        );
      case 'vocabulary':
        return pick(termIds, draw(choice)) ?? 'term0';
      case 'one-of':
        return pick(domain.choices, draw(choice))?.value ?? '';
      default:
        return draw(text);
    }
  };
  const valuesOf = (of: 'entry' | 'document' | 'type', owner?: string): AttributeValues =>
    Object.fromEntries(
      attribute
        .filter(({ owner: wanted }) => wanted.of === of && (wanted.of !== 'type' || wanted.type === owner))
        .filter(({ domain }) => domain.kind !== 'vocabulary' || termIds.length > 0)
        .filter(({ domain }) => domain.kind !== 'one-of' || domain.choices.length > 0)
        .filter(() => draw(fc.boolean()))
        .map(({ id, domain }) => [id, valueFor(domain)]),
    );
  const entryIds = some<Records['entry']['id']>('entry', 3);
  const entry = entryIds.map((id, index): Records['entry'] => ({
    record: 'entry',
    id,
    kind: index === 0 ? 'entity' : 'event',
    type: null,
    name: draw(text),
    aliases: draw(fc.array(text, { maxLength: 2 })),
    identifiers: draw(fc.array(fc.record({ scheme: text, value: text }), { maxLength: 2 })),
    note: draw(text),
    date: index === 0 ? null : draw(fc.constantFrom(null, '2026-11-22')),
    place: index === 0 ? null : draw(fc.constantFrom(null, entryIds[0] ?? null)),
    attributes: valuesOf('entry'),
    origin: draw(origin),
  }));
  const held = new Map<string, string>();
  const document = some<Records['document']['id']>('document', 3).map((id): Records['document'] => {
    const content = draw(text.filter((value) => /\S/.test(value)));
    const sha256 = sha256Of(content);
    held.set(sha256, content);
    return {
      record: 'document',
      id,
      name: draw(text.filter((value) => value.trim() !== '')),
      position: draw(position),
      status: draw(status),
      note: draw(text),
      metadata: draw(texts),
      attributes: valuesOf('document'),
      sha256,
      length: Array.from(content).length,
      encoding: draw(fc.constantFrom('utf-8', 'windows-1251')),
      byteOrderMark: draw(fc.boolean()),
      addedAt: draw(time),
      origin: draw(origin),
    };
  });
  const textOf = (id: string): string => held.get(document.find((one) => one.id === id)?.sha256 ?? '') ?? '';
  const spanIn = (id: string): Fragment => fragmentOf(textOf(id), draw(choice), draw(choice));
  const segmentation = document
    .filter(() => draw(fc.boolean()))
    .map(({ id }, index): Records['segmentation'] => ({
      record: 'segmentation',
      id: `segmentation${index}` as Records['segmentation']['id'],
      document: id,
      unit: draw(fc.constantFrom('token', 'sentence')),
      spans: [spanIn(id), spanIn(id)].sort(byPlace).map(({ start, end }) => [start, end] as const),
      origin: draw(origin),
    }));
  const annotation = (document.length === 0 ? [] : some<Records['annotation']['id']>('annotation', 6)).map(
    (id): Records['annotation'] => {
      const { id: inDocument } = pick(document, draw(choice)) ?? { id: 'none' as Records['document']['id'] };
      const ofType = pick(type, draw(choice));
      const count = ofType?.kind === 'relation' ? 0 : draw(fc.integer({ min: 1, max: 2 }));
      return {
        record: 'annotation',
        id,
        document: inDocument,
        type: ofType?.id ?? ('none' as Records['type']['id']),
        coder: pick(coder, draw(choice))?.id ?? ('none' as Records['coder']['id']),
        fragments: Array.from({ length: count }, () => spanIn(inDocument)).sort(byPlace),
        entry:
          ofType?.kind === 'entity' || ofType?.kind === 'event'
            ? (entry.find(({ kind }) => kind === ofType.kind && draw(fc.boolean()))?.id ?? null)
            : null,
        attributes: valuesOf('type', ofType?.id),
        status: draw(status),
        note: draw(text),
        createdAt: draw(time),
        modifiedAt: draw(time),
        origin: draw(origin),
      };
    },
  );
  const targetFor = (from: Records['annotation']): LinkTarget => {
    const to = pick(annotation, draw(choice));
    const named = pick(entry, draw(choice));
    const kind = draw(fc.constantFrom('annotation', 'entry', 'span'));
    if (kind === 'annotation' && to?.document === from.document)
      return { by: 'annotation', annotation: to.id };
    if (kind === 'entry' && named) return { by: 'entry', entry: named.id };
    return { by: 'span', span: spanIn(from.document) };
  };
  const link = draw(choices).flatMap((which, index): LinkRecord[] => {
    const from = pick(annotation, which);
    const filled = role.find(({ type: ofType }) => ofType === from?.type);
    if (!from || !filled) return [];
    const id = `link${index}` as LinkRecord['id'];
    return [
      {
        record: 'link',
        id,
        annotation: from.id,
        role: filled.id,
        position: index,
        target: targetFor(from),
        origin: draw(origin),
      },
    ];
  });
  return {
    records: { coder, type, role, attribute, term, entry, document, segmentation, annotation, link },
    texts: held,
  };
}

/**
 * A sound project drawn from random values (`fc.gen()`), with characters that programs trip over in every place that
 * takes text.
 */
export const sampleProject = (generator: fc.GeneratorValue): SampleProject =>
  build((arbitrary) => generator(() => arbitrary));

/** All records of a project in an order in which each refers to earlier ones only. */
export const allRecords = ({ records }: SampleProject): readonly AnyRecord[] => Object.values(records).flat();
