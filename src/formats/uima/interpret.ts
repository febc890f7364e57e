import { problem, type Problem } from '../../core/problem';
import {
  anyAnnotation,
  dependencyType,
  identityLayer,
  metaDataType,
  sentenceType,
  tokenFeatures,
  tokenType,
  type CasAnnotation,
  type CasDocument,
  type CasEnd,
  type CasFeature,
  type CasLayer,
  type CasLink,
  type CasSlot,
  type CasValue,
  type Stretch,
} from '../cas/model';
import { featureIn, lineageIn, rangeOf, type RawCas, type Structure } from './structures';

/** Features that every annotation has, or that say how annotations hang together. */
const structural = new Set(['sofa', 'begin', 'end', 'Governor', 'Dependent', 'next', 'first']);

/** Makes a document of a CAS: layers, annotations and what ties them, as INCEpTION understands them. */
export function interpret(
  cas: RawCas,
  file: string,
  name: string,
  warn: (problem: Problem) => void,
): CasDocument | null {
  const { sofa, structures } = cas;
  if (!sofa) {
    warn(problem('format-broken', { file, line: 1, detail: 'Sofa' }));
    return null;
  }
  if (cas.otherViews > 0)
    warn(problem('format-line-ignored', { file, line: 1, text: `${cas.otherViews} Sofa` }));
  const chains = chainPlaces(cas, (one, missing) =>
    warn(problem('format-reference-missing', { file, line: one.line, id: one.id, missing })),
  );
  const linked = new Set<string>();
  const tokenParts = partsOfTokens(structures);
  const layers = new Map<string, LayerDraft>();
  const annotations: CasAnnotation[] = [];
  const tokens: Stretch[] = [];
  const sentences: Stretch[] = [];
  let title: CasValue | undefined;
  const endAt = (one: Structure, feature: string): CasEnd | null => {
    const [id = ''] = one.references.get(feature) ?? [];
    const part = one.type === dependencyType ? tokenParts.get(id) : undefined;
    const target = structures.get(part ?? id);
    if (!target) {
      warn(problem('format-reference-missing', { file, line: one.line, id: one.id, missing: id || feature }));
      return null;
    }
    if (target.type !== tokenType) return { by: 'annotation', id: target.id };
    const [begin, end] = placeOf(target) ?? [0, 0];
    return { by: 'stretch', begin, end };
  };
  for (const one of structures.values()) {
    const place = placeOf(one);
    if (one.type === metaDataType) title = one.values.get('documentTitle');
    if (place && one.type === tokenType) tokens.push(place);
    else if (place && one.type === sentenceType) sentences.push(place);
    if (!place && !isLink(one) && !one.references.has('first'))
      warn(problem('format-line-ignored', { file, line: one.line, text: one.type }));
    if (!place || skipped.has(one.type)) continue;
    if (isNotOfFirstView(one, sofa.id)) {
      warn(problem('format-line-ignored', { file, line: one.line, text: one.type }));
      continue;
    }
    if (lineageIn(cas.types, one.type).includes('uima.tcas.DocumentAnnotation')) continue;
    const isRelation = one.references.has('Governor') || one.references.has('Dependent');
    const layer = layerOf(
      layers,
      one,
      isRelation ? 'relation' : isChain(cas, one, chains) ? 'chain' : 'span',
    );
    const ends = isRelation ? { governor: endAt(one, 'Governor'), dependent: endAt(one, 'Dependent') } : null;
    if (ends && !(ends.governor && ends.dependent)) continue;
    const slots = new Map<string, CasLink[]>();
    for (const [feature, ids] of one.references) {
      if (structural.has(feature)) continue;
      const links = ids.flatMap((id) => structures.get(id) ?? []).filter(isLink);
      for (const { id } of links) linked.add(id);
      if (links.length !== ids.length || links.length === 0) {
        if (ids.length > 0)
          warn(problem('format-value-unfit', { file, line: one.line, id: one.id, field: feature }));
        continue;
      }
      const found = links.flatMap((link): readonly CasLink[] => {
        const target = endAt(link, 'target');
        const role = link.values.get('role');
        return target ? [{ role: typeof role === 'string' ? role : null, target }] : [];
      });
      slots.set(feature, found);
      const targets = featureIn(cas.types, links[0]?.type ?? '', 'target')?.range;
      layer.slots.set(feature, {
        name: feature,
        link: links[0]?.type ?? '',
        target: targets ?? anyAnnotation,
      });
    }
    const values = new Map<string, CasValue>();
    for (const [feature, value] of one.values) {
      if (structural.has(feature)) continue;
      values.set(feature, value);
      if (!layer.features.has(feature)) layer.features.set(feature, featureOf(cas, one.type, feature, value));
    }
    annotations.push({
      id: one.id,
      layer: one.type,
      begin: place[0],
      end: place[1],
      values,
      slots,
      ends: ends?.governor && ends.dependent ? { governor: ends.governor, dependent: ends.dependent } : null,
      chain: layer.kind === 'chain' ? (chains.get(one.id) ?? { number: 0, at: 1 }) : null,
      line: one.line,
    });
  }
  for (const one of structures.values())
    if (isLink(one) && !linked.has(one.id))
      warn(problem('format-line-ignored', { file, line: one.line, text: one.type }));
  return {
    key: file,
    name: typeof title === 'string' && title !== '' ? title : name,
    text: sofa.text,
    tokens: sorted(tokens),
    sentences: sorted(sentences),
    layers: Array.from(layers, ([layer, { kind, features, slots }]): CasLayer => ({
      kind,
      name: layer,
      features: [...features.values()],
      slots: [...slots.values()],
      base: null,
    })),
    annotations,
    fields: {},
  };
}

interface LayerDraft {
  readonly kind: CasLayer['kind'];
  readonly features: Map<string, CasFeature>;
  readonly slots: Map<string, CasSlot>;
}

const skipped: ReadonlySet<string> = new Set([
  tokenType,
  sentenceType,
  metaDataType,
  'uima.tcas.DocumentAnnotation',
]);

const sorted = (stretches: readonly Stretch[]): readonly Stretch[] =>
  stretches.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);

function placeOf({ values }: Structure): Stretch | null {
  const [begin, end] = [values.get('begin'), values.get('end')].map(Number);
  return Number.isInteger(begin) && Number.isInteger(end) ? [begin ?? 0, end ?? 0] : null;
}

const isNotOfFirstView = ({ references }: Structure, sofa: string): boolean =>
  references.has('sofa') && references.get('sofa')?.[0] !== sofa;

function layerOf(layers: Map<string, LayerDraft>, { type }: Structure, kind: CasLayer['kind']): LayerDraft {
  const known = layers.get(type);
  if (known) return known;
  const layer = { kind, features: new Map(), slots: new Map() };
  layers.set(type, layer);
  return layer;
}

/** What is no annotation and has a target is a link. */
const isLink = (one: Structure): boolean => one.references.has('target') && !one.values.has('begin');

const isChain = ({ types }: RawCas, one: Structure, chains: ReadonlyMap<string, unknown>): boolean =>
  chains.has(one.id) || one.type === identityLayer || featureIn(types, one.type, 'next') !== undefined;

/** The annotations that tokens name, by the ids of the tokens: relations between tokens are drawn between them. */
function partsOfTokens(structures: RawCas['structures']): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const feature = [...tokenFeatures.values()][0] ?? 'pos';
  for (const { id, type, references } of structures.values()) {
    const [part] = references.get(feature) ?? [];
    if (type === tokenType && part !== undefined && structures.has(part)) found.set(id, part);
  }
  return found;
}

/** The chain and the place in it of every link that one leads to. */
function chainPlaces(
  { structures }: RawCas,
  tellMissing: (one: Structure, missing: string) => void,
): ReadonlyMap<string, NonNullable<CasAnnotation['chain']>> {
  const found = new Map<string, NonNullable<CasAnnotation['chain']>>();
  let number = 0;
  for (const one of structures.values()) {
    for (const feature of ['first', 'next'] as const)
      for (const id of one.references.get(feature) ?? []) if (!structures.has(id)) tellMissing(one, id);
    let [next] = one.references.get('first') ?? [];
    if (next === undefined || found.has(next)) continue;
    number += 1;
    for (let at = 1; next !== undefined && structures.has(next) && !found.has(next); at += 1) {
      found.set(next, { number, at });
      [next] = structures.get(next)?.references.get('next') ?? [];
    }
  }
  return found;
}

function featureOf({ types }: RawCas, type: string, name: string, value: CasValue): CasFeature {
  const range = featureIn(types, type, name)?.range;
  const known = range === undefined ? null : rangeOf(types, range);
  const seen = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : null;
  const list = typeof value === 'object' ? 'strings' : 'string';
  return { name, range: known ?? seen ?? list, uima: range ?? null };
}
