import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Fragment, LinkRecord, LinkTarget } from '../../../src/core/model/annotation';
import type { AnyRecord, RecordName, Records } from '../../../src/core/model/records';
import { codePoint } from '../../../src/core/offsets';
import { inheritsFrom, mayFill } from '../../../src/core/rules/codebook-rules';
import { isIdentifier } from '../../../src/core/rules/entry-rules';
import { drawCodebook } from './codebook';
import { choice, choices, ids, origin, pick, position, status, text, texts, time, type Draw } from './values';

/** Everything that a project holds, and whose references, offsets and quotes are sound. */
export interface SampleProject {
  readonly records: { readonly [Name in RecordName]: readonly Records[Name][] };
  /** By the sha256 of the text. */
  readonly texts: ReadonlyMap<string, string>;
}

const sha256Of = (value: string): string => createHash('sha256').update(value).digest('hex');

function fragmentOf(content: string, from: number, to: number): Fragment {
  const characters = Array.from(content);
  const ends = [from % (characters.length + 1), to % (characters.length + 1)].sort((a, b) => a - b);
  const [start = 0, end = 0] = ends;
  return { start: codePoint(start), end: codePoint(end), quote: characters.slice(start, end).join('') };
}

const byPlace = (a: Fragment, b: Fragment): number => a.start - b.start || a.end - b.end;

/** Draws one record after another from the same stream of random values. */
function build(draw: Draw): SampleProject {
  const some = <Id>(prefix: string, most: number): Id[] =>
    ids<Id>(prefix, draw(fc.integer({ min: 0, max: most })));
  const coder = ['coder0', ...some<string>('other-coder', 2)].map((id): Records['coder'] => ({
    record: 'coder',
    id: id as Records['coder']['id'],
    name: draw(text),
    origin: draw(origin),
  }));
  const { type, role, attribute, term, valuesOf } = drawCodebook(draw);
  const version = some<Records['version']['id']>('version', 2).map((id, index): Records['version'] => ({
    record: 'version',
    id,
    number: index + 1,
    coder: pick(coder, draw(choice))?.id ?? ('none' as Records['coder']['id']),
    at: draw(time),
    note: draw(text),
    types: draw(fc.subarray([...type])),
    roles: draw(fc.subarray([...role])),
    attributes: draw(fc.subarray([...attribute])),
    origin: draw(origin),
  }));
  const entryIds = some<Records['entry']['id']>('entry', 3);
  const entry = entryIds.map((id, index): Records['entry'] => ({
    record: 'entry',
    id,
    kind: index === 0 ? 'entity' : 'event',
    type: null,
    name: draw(text.filter((value) => value.trim() !== '')),
    aliases: draw(fc.array(text, { maxLength: 2 })),
    identifiers: draw(
      fc.array(fc.record({ scheme: text, value: text }).filter(isIdentifier), { maxLength: 2 }),
    ),
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
        version: draw(fc.boolean()) ? (pick(version, draw(choice))?.id ?? null) : null,
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
  const findType = (id: string) => type.find((one) => one.id === id);
  const filled = new Set<string>();
  const link = draw(choices).flatMap((which, index): LinkRecord[] => {
    const from = pick(annotation, which);
    const itsRole = from && role.find(({ type: owner }) => inheritsFrom(from.type, owner, findType));
    // Once only: some roles take one filler.
    if (!from || !itsRole || filled.has(from.id)) return [];
    const target = targetFor(from);
    const filler =
      target.by === 'annotation' ? annotation.find(({ id }) => id === target.annotation) : undefined;
    if (!mayFill(itsRole.fillers, target.by, filler?.type ?? null, findType)) return [];
    // Never itself, and only forwards, so that no circle comes about.
    if (filler && filler.id <= from.id) return [];
    filled.add(from.id);
    const id = `link${index}` as LinkRecord['id'];
    return [
      {
        record: 'link',
        id,
        annotation: from.id,
        role: itsRole.id,
        position: index,
        target,
        origin: draw(origin),
      },
    ];
  });
  return {
    records: { coder, type, role, attribute, term, version, entry, document, segmentation, annotation, link },
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
