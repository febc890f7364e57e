import { addTo } from '../../core/grouped';
import type { EntryId } from '../../core/ids';
import type { EntryRecord, Span } from '../../core/model/annotation';
import type { AttributeValues, Kind } from '../../core/model/codebook';
import { codePoint, makeOffsetTable, utf16, type OffsetTable } from '../../core/offsets';
import { problem, type Problem } from '../../core/problem';
import { plainEntry } from '../../core/registry/plain-entry';
import {
  plainAnnotation,
  plainDocument,
  type AnnotationDraft,
  type DocumentDraft,
  type LinkDraft,
  type Parsed,
} from '../exchange/drafts';
import type { CasCodebook } from './cas-codebook';
import { identityOf, type Identity } from './identity';
import {
  identityLayer,
  origin,
  type CasAnnotation,
  type CasDocument,
  type CasEnd,
  type CasLayer,
  type Stretch,
} from './model';
import { ownSentences, ownTokens, sameStretches } from './segments';

/** What is known of one document while its annotations become drafts. */
interface Reading {
  readonly cas: CasDocument;
  readonly file: string;
  readonly codebook: CasCodebook;
  readonly offsets: OffsetTable;
  readonly layers: ReadonlyMap<string, CasLayer>;
  readonly entries: Map<string, EntryRecord>;
  readonly warnings: Parsed[];
}

/** A document of a CAS as drafts: its codebook so far, the entries of its chains, itself, and what is wrong with it. */
export function* parsedDocument(cas: CasDocument, file: string, codebook: CasCodebook): Generator<Parsed> {
  const reading: Reading = {
    cas,
    file,
    codebook,
    offsets: makeOffsetTable(cas.text),
    layers: new Map(cas.layers.map((layer) => [layer.name, layer])),
    entries: new Map(),
    warnings: [],
  };
  for (const layer of cas.layers) if (layer.name !== identityLayer) codebook.add(layer);
  const identities = new Map<string, Identity>();
  const mentions = mentionsByPlace(cas);
  const rest = withoutMisplaced(reading).filter((one) => !takeIdentity(one, mentions, identities));
  const annotations = rest.flatMap((one) => draftOf(one, identities.get(one.id), reading) ?? []);
  const grown = codebook.grown();
  if (grown) yield { kind: 'codebook', codebook: grown };
  for (const entry of reading.entries.values()) yield { kind: 'entry', entry };
  yield* reading.warnings;
  yield {
    kind: 'document',
    document: {
      ...plainDocument(cas.key, cas.name, cas.text, { format: origin, id: null, fields: cas.fields }),
      segmentations: segmentationsOf(reading),
      annotations,
    },
  };
}

const placeKey = (layer: string, { begin, end }: CasAnnotation): string => `${layer} ${begin} ${end}`;

/** What identities may lie on: nothing where the file has none. */
function mentionsByPlace({ annotations }: CasDocument): ReadonlyMap<string, CasAnnotation[]> {
  const found = new Map<string, CasAnnotation[]>();
  if (annotations.every(({ layer }) => layer !== identityLayer)) return found;
  for (const one of annotations) addTo(found, placeKey(one.layer, one), one);
  return found;
}

/** Whether a link of a chain does nothing but say which entity another annotation is of; then that is noted. */
function takeIdentity(
  link: CasAnnotation,
  mentions: ReadonlyMap<string, CasAnnotation[]>,
  found: Map<string, Identity>,
): boolean {
  if (link.layer !== identityLayer) return false;
  const identity = identityOf(link);
  const mention = mentions.get(placeKey(identity.layer, link))?.shift();
  if (mention) found.set(mention.id, identity);
  return mention !== undefined;
}

function segmentationsOf({ cas, offsets }: Reading): DocumentDraft['segmentations'] {
  const { text, tokens, sentences } = cas;
  const spans = (stretches: readonly Stretch[]) =>
    stretches.map(
      ([begin, end]) => [offsets.toCodePoint(utf16(begin)), offsets.toCodePoint(utf16(end))] as const,
    );
  return [
    // What Postil would find itself is not stored.
    ...(sameStretches(tokens, ownTokens(text))
      ? []
      : [{ unit: 'token' as const, spans: spans(tokens), origin: null }]),
    ...(sameStretches(sentences, ownSentences(text, tokens))
      ? []
      : [{ unit: 'sentence' as const, spans: spans(sentences), origin: null }]),
  ];
}

/** In code points; undefined where it lies outside of the text or cuts a character in two. */
function spanOf(begin: number, end: number, { offsets, cas }: Reading): Span | undefined {
  if (!(begin >= 0 && begin <= end && end <= cas.text.length)) return undefined;
  const [start, stop] = [offsets.toCodePoint(utf16(begin)), offsets.toCodePoint(utf16(end))];
  const isWhole = offsets.toUtf16(start) === begin && offsets.toUtf16(stop) === end;
  return isWhole ? { start: codePoint(start), end: codePoint(stop) } : undefined;
}

/** The annotations without those whose place is none, and without what refers to these. */
function withoutMisplaced(reading: Reading): readonly CasAnnotation[] {
  const { cas, file, warnings } = reading;
  const tell = (warning: Problem): void => void warnings.push({ kind: 'warning', problem: warning });
  const misplaced = new Set<string>();
  for (const one of cas.annotations) {
    if (one.ends || spanOf(one.begin, one.end, reading)) continue;
    misplaced.add(one.id);
    const facts = { file, line: one.line, id: one.id, start: one.begin, end: one.end };
    tell(problem('format-offsets-outside', { ...facts, length: cas.text.length }));
  }
  if (misplaced.size === 0) return cas.annotations;
  const isThere = ({ id, line }: CasAnnotation, target: CasEnd): boolean => {
    if (target.by !== 'annotation' || !misplaced.has(target.id)) return true;
    tell(problem('format-reference-missing', { file, line, id, missing: target.id }));
    return false;
  };
  return cas.annotations.flatMap((one) => {
    if (misplaced.has(one.id)) return [];
    if (one.ends && ![one.ends.governor, one.ends.dependent].every((end) => isThere(one, end))) return [];
    const slots = [...one.slots].map(
      ([name, links]) => [name, links.filter(({ target }) => isThere(one, target))] as const,
    );
    return [{ ...one, slots: new Map(slots) }];
  });
}

function draftOf(
  one: CasAnnotation,
  identity: Identity | undefined,
  reading: Reading,
): AnnotationDraft | undefined {
  const { codebook, layers } = reading;
  const layer = layers.get(one.layer);
  if (!layer) return undefined;
  const span = one.ends ? undefined : spanOf(one.begin, one.end, reading);
  const type = codebook.add(layer);
  const entry = identity
    ? entryFor(`${type.kind} ${identity.key}`, type.kind, identity, reading)
    : one.chain && chainEntry(one, type.kind, reading);
  const from = {
    format: origin,
    id: one.id,
    fields: one.chain ? { chain: one.chain.number, at: one.chain.at } : {},
  };
  return {
    ...plainAnnotation(one.id, type.id, span ? [span] : [], from),
    attributes: valuesOf(one, layer, codebook),
    entry,
    links: [...endLinks(one, layer, reading), ...slotLinks(one, layer, reading)],
  };
}

function valuesOf(one: CasAnnotation, layer: CasLayer, codebook: CasCodebook): AttributeValues {
  return Object.fromEntries(
    layer.features.flatMap((feature) => {
      const value = one.values.get(feature.name);
      return value === undefined ? [] : [[codebook.attribute(layer, feature), value]];
    }),
  );
}

const chainEntry = (one: CasAnnotation, kind: Kind, reading: Reading): EntryId => {
  const { cas } = reading;
  const number = one.chain?.number ?? 0;
  const key = JSON.stringify([cas.key, one.layer, number]);
  const known = reading.entries.get(key);
  if (known) return known.id;
  const name = cas.text.slice(one.begin, one.end).replace(/\s+/gu, ' ').trim();
  return entryFor(key, kind, { name: name || `${number}`, identifiers: [] }, reading);
};

function entryFor(
  key: string,
  kind: Kind,
  { name, identifiers }: Pick<Identity, 'name' | 'identifiers'>,
  { entries }: Reading,
): EntryId {
  const known = entries.get(key);
  if (known) return known.id;
  const entry: EntryRecord = {
    ...plainEntry(`chain:${key}` as EntryId, kind === 'event' ? 'event' : 'entity', name),
    identifiers,
  };
  entries.set(key, entry);
  return entry.id;
}

function linkTo(
  role: LinkDraft['role'],
  target: CasEnd,
  from: LinkDraft['origin'],
  one: CasAnnotation,
  reading: Reading,
): readonly LinkDraft[] {
  if (target.by === 'annotation')
    return [{ role, target: { by: 'annotation', annotation: target.id, document: null }, origin: from }];
  const span = spanOf(target.begin, target.end, reading);
  if (span) return [{ role, target: { by: 'span', span }, origin: from }];
  const { file, cas } = reading;
  const facts = { file, line: one.line, id: one.id, start: target.begin, end: target.end };
  const outside = problem('format-offsets-outside', { ...facts, length: cas.text.length });
  reading.warnings.push({ kind: 'warning', problem: outside });
  return [];
}

function endLinks(one: CasAnnotation, layer: CasLayer, reading: Reading): readonly LinkDraft[] {
  if (!one.ends) return [];
  const { governor, dependent } = one.ends;
  return [
    ...linkTo(reading.codebook.end(layer, 'Governor'), governor, null, one, reading),
    ...linkTo(reading.codebook.end(layer, 'Dependent'), dependent, null, one, reading),
  ];
}

function slotLinks(one: CasAnnotation, layer: CasLayer, reading: Reading): readonly LinkDraft[] {
  return layer.slots.flatMap((slot) =>
    (one.slots.get(slot.name) ?? []).flatMap(({ role, target }, at) => {
      // The order of the links of several roles among each other has no other place.
      const from = { format: origin, id: null, fields: { at } };
      return linkTo(reading.codebook.role(layer, slot, role), target, from, one, reading);
    }),
  );
}
