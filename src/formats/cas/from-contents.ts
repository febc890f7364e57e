import type { Lose } from '../../core/exchange/losses';
import type { Reason, Thing } from '../../core/exchange/things';
import { addTo, grouped } from '../../core/grouped';
import type { AnnotationId } from '../../core/ids';
import type { AnnotationRecord, EntryRecord, LinkRecord, Span } from '../../core/model/annotation';
import { makeOffsetTable, type OffsetTable } from '../../core/offsets';
import type { DocumentContents } from '../exchange/contents';
import { chainsOf, identitiesOf } from './chains';
import type { LayerBook, LayerPlan } from './layer-book';
import { layOut } from './layout';
import type { Placed } from './placed';
import {
  elementFeature,
  identityLayer,
  linkFeature,
  origin,
  type CasAnnotation,
  type CasDocument,
  type CasEnd,
  type CasLayer,
  type CasLink,
  type CasValue,
  type Stretch,
} from './model';
import { isXml } from '../xml/characters';
import { asXml, writtenValue, type Abilities } from './written-value';

/** What the documents of an export share. */
export interface Writing {
  readonly book: LayerBook;
  readonly abilities: Abilities;
  readonly entry: (id: string) => EntryRecord | undefined;
  readonly lose: Lose;
}

type Tell = (thing: Thing, reason: Reason, record: string, part?: string | null) => void;

/** The number that an annotation has in the file it came from; for keeping the order of what stands in one place. */
const orderIn = ({ origin: from }: AnnotationRecord): number => {
  const number = from?.format === origin ? Number(from.id) : Infinity;
  return Number.isNaN(number) ? Infinity : number;
};

/** The order of an index of annotations: by place, the longer first, then as they came. */
const byIndex = (a: Placed, b: Placed): number =>
  a.begin - b.begin || b.end - a.end || compare(orderIn(a.record), orderIn(b.record));

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** A document as a CAS. Everything that does not fit is told. */
export function casOf(contents: DocumentContents, writing: Writing): CasDocument {
  const { document, text } = contents;
  const { book, abilities, lose } = writing;
  const tell: Tell = (thing, reason, record, part = null) =>
    lose({ thing, reason, record, part, document: document.name });
  if (abilities.xml && !isXml(text)) tell('text', 'xml-character', document.id);
  const offsets = makeOffsetTable(text);
  const { tokens, sentences, lost } = layOut(text, contents.segmentations, offsets, abilities.inRows);
  for (const { id, reason } of lost) tell('segmentation', reason, id);

  const spans: Placed[] = [];
  const relations: Placed[] = [];
  for (const record of contents.annotations) {
    const plan = book.plan(record.type);
    if (!plan) tell('annotation', 'kind', record.id);
    else if (plan.layer.kind === 'relation') relations.push({ record, plan, begin: 0, end: 0 });
    else spans.push(placed(record, plan, offsets, tell));
  }
  spans.sort(byIndex);
  relations.sort((a, b) => compare(orderIn(a.record), orderIn(b.record)));
  const links = grouped(contents.links, ({ annotation }) => annotation);
  const isToken = tokenTest(tokens);
  const tying = tied(relations, spans, links, { offsets, isToken }, abilities, tell);
  const written = new Set<AnnotationId>([...spans, ...tying.keys()].map(({ record }) => record.id));
  const chains = chainsOf(spans);
  const annotations = [
    ...spans.map((one) => ({
      ...partsOf(one, links, written, { offsets, isToken }, writing, tell),
      chain: chains.get(one.record.id) ?? null,
    })),
    ...Array.from(tying, ([one, ends]) => ({
      ...partsOf(one, links, written, { offsets, isToken }, writing, tell),
      ends,
    })),
    ...identitiesOf(spans, chains, writing.entry, abilities.xml, tell),
  ];
  return {
    key: document.id,
    name: document.name,
    text: abilities.xml ? asXml(text) : text,
    tokens,
    sentences,
    layers: layersIn(annotations, [...spans, ...tying.keys()]),
    annotations,
    fields: document.origin?.format === origin ? (document.origin.fields as CasDocument['fields']) : {},
  };
}

function placed(record: AnnotationRecord, plan: LayerPlan, offsets: OffsetTable, tell: Tell): Placed {
  const begin = offsets.toUtf16(record.fragments[0]?.start ?? (0 as never));
  const end = Math.max(begin, ...record.fragments.map((fragment) => offsets.toUtf16(fragment.end)));
  if (record.fragments.length > 1) tell('fragment', 'gaps-filled', record.id);
  return { record, plan, begin, end };
}

/** The relations whose ends can be written, with these. */
function tied(
  relations: readonly Placed[],
  spans: readonly Placed[],
  links: ReadonlyMap<AnnotationId, readonly LinkRecord[]>,
  places: Places,
  { relationsFill }: Abilities,
  tell: Tell,
): ReadonlyMap<Placed, NonNullable<CasAnnotation['ends']>> {
  const fillers = new Set([...spans, ...(relationsFill ? relations : [])].map(({ record }) => record.id));
  let found = new Map<Placed, NonNullable<CasAnnotation['ends']>>();
  for (const one of relations) {
    const own = links.get(one.record.id) ?? [];
    const ends = one.plan.ends.map((role) =>
      endOf(
        own.filter((link) => link.role === role),
        fillers,
        places,
      ),
    );
    const [governor, dependent] = ends;
    const failure = ends.find((end) => typeof end === 'string');
    if (governor && dependent && typeof governor !== 'string' && typeof dependent !== 'string')
      found.set(one, { governor, dependent });
    else tell('relation', failure ?? 'filler-missing', one.record.id);
  }
  // A relation whose end is one that was lost is lost as well, and so on.
  for (let before = -1; before !== found.size;) {
    before = found.size;
    const there = new Set<string>([...spans, ...found.keys()].map(({ record }) => record.id));
    found = new Map(
      [...found].filter(([one, ends]) => {
        const holds = Object.values(ends).every((end) => end.by === 'stretch' || there.has(end.id));
        if (!holds) tell('relation', 'filler-missing', one.record.id);
        return holds;
      }),
    );
  }
  return found;
}

function endOf(
  own: readonly LinkRecord[],
  fillers: ReadonlySet<AnnotationId>,
  places: Places,
): CasEnd | Reason {
  const [link] = own;
  if (!link) return 'filler-missing';
  if (own.length > 1) return 'one-only';
  const { target } = link;
  if (target.by === 'entry') return 'filled-by-entry';
  if (target.by === 'span') return tokenAt(target.span, places);
  return fillers.has(target.annotation) ? { by: 'annotation', id: target.annotation } : 'kind';
}

/** All of an annotation but its ends and its chain. */
function partsOf(
  { record, plan, begin, end }: Placed,
  links: ReadonlyMap<AnnotationId, readonly LinkRecord[]>,
  written: ReadonlySet<AnnotationId>,
  places: Places,
  { book, abilities }: Writing,
  tell: Tell,
): CasAnnotation {
  const values = new Map<string, CasValue>();
  for (const [id, value] of Object.entries(record.attributes)) {
    const feature = plan.features.get(id as never);
    const text = feature && writtenValue(feature.attribute, value, abilities, book.termName);
    if (text && 'value' in text) values.set(feature.name, text.value);
    else tell('attribute', text?.reason ?? 'no-place', record.id, id);
  }
  const slots = new Map<string, CasLink[]>();
  const own = (links.get(record.id) ?? []).filter(({ role }) => !plan.ends.includes(role));
  for (const link of own.toSorted((a, b) => compare(placeOf(a), placeOf(b)))) {
    const slot = plan.slots.get(link.role);
    const target = slotTarget(link, written, places, abilities);
    if (!slot || plan.layer.kind !== 'span') tell('role', 'kind', link.id);
    else if (typeof target === 'string') tell('role', target, link.id);
    else addTo(slots, slot.slot.name, { role: slot.role, target });
  }
  return {
    id: record.id,
    layer: plan.layer.name,
    begin,
    end,
    values,
    slots,
    ends: null,
    chain: null,
    line: 0,
  };
}

/** Where a link stood among those of its slot, whatever their roles. */
const placeOf = ({ origin: from }: LinkRecord): number => {
  const at = from?.format === origin ? from.fields['at'] : null;
  return typeof at === 'number' ? at : Infinity;
};

function slotTarget(
  { target }: LinkRecord,
  written: ReadonlySet<AnnotationId>,
  places: Places,
  { inRows }: Abilities,
): CasEnd | Reason {
  if (target.by === 'entry') return 'filled-by-entry';
  if (target.by === 'annotation')
    return written.has(target.annotation) ? { by: 'annotation', id: target.annotation } : 'filler-missing';
  // In rows a token stands for itself; elsewhere something has to be annotated.
  return inRows ? tokenAt(target.span, places) : 'filled-by-span';
}

/** What tells whether a bare span is a token. */
interface Places {
  readonly offsets: OffsetTable;
  readonly isToken: (begin: number, end: number) => boolean;
}

function tokenTest(tokens: readonly Stretch[]): Places['isToken'] {
  const ends = new Map(tokens);
  return (begin, end) => ends.get(begin) === end;
}

function tokenAt({ start, end }: Span, { offsets, isToken }: Places): CasEnd | Reason {
  const [from, to] = [offsets.toUtf16(start), offsets.toUtf16(end)];
  return isToken(from, to) ? { by: 'stretch', begin: from, end: to } : 'filled-by-span';
}

/** The layers that are used, each once. */
function layersIn(annotations: readonly CasAnnotation[], placedOnes: readonly Placed[]): readonly CasLayer[] {
  const layers = new Map(placedOnes.map(({ plan }) => [plan.layer.name, plan.layer]));
  if (annotations.some(({ layer }) => layer === identityLayer)) layers.set(identityLayer, identityChain);
  return [...layers.values()];
}

export const identityChain: CasLayer = {
  kind: 'chain',
  name: identityLayer,
  features: [
    { name: elementFeature, range: 'string', uima: null },
    { name: linkFeature, range: 'string', uima: null },
  ],
  slots: [],
  base: null,
};
