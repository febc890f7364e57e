import { addTo } from '../../core/grouped';
import {
  dependencyType,
  metaDataType,
  sentenceType,
  tokenFeatures,
  tokenType,
  type CasAnnotation,
  type CasDocument,
  type CasEnd,
  type CasValue,
  type Stretch,
} from '../cas/model';

/** A feature structure as it is written: numbers of its own, references by the numbers of others. */
export interface Built {
  readonly id: number;
  readonly type: string;
  readonly values: ReadonlyMap<string, CasValue>;
  readonly references: ReadonlyMap<string, number>;
  readonly arrays: ReadonlyMap<string, readonly number[]>;
}

export interface BuiltCas {
  readonly sofa: number;
  readonly text: string;
  readonly structures: readonly Built[];
}

/** The type of the chains whose links are of a type. */
export const chainType = (link: string): string => link.replace(/(?:Link)?$/u, 'Chain');

/** A document as feature structures, numbered from 1: the sofa, tokens, sentences, annotations, links and chains. */
export function buildCas(cas: CasDocument): BuiltCas {
  const sofa = 1;
  let last = sofa;
  const next = (): number => (last += 1);
  const structures: Built[] = [];
  const add = (
    type: string,
    id: number,
    values: ReadonlyMap<string, CasValue>,
    references: ReadonlyMap<string, number> = new Map(),
    arrays: ReadonlyMap<string, readonly number[]> = new Map(),
  ): void => void structures.push({ id, type, values, references, arrays });
  const inSofa = (more: readonly (readonly [string, number])[] = []): ReadonlyMap<string, number> =>
    new Map([['sofa', sofa], ...more]);
  const at = ([begin, end]: Stretch, more: readonly (readonly [string, CasValue])[] = []) =>
    new Map<string, CasValue>([['begin', begin], ['end', end], ...more]);

  add(metaDataType, next(), at([0, cas.text.length], [['documentTitle', cas.name]]), inSofa());
  const ids = new Map(cas.annotations.map(({ id }) => [id, next()]));
  const keyOf = (begin: number, end: number): string => `${begin} ${end}`;
  const parts = new Map<string, [string, number][]>();
  for (const { id, layer, begin, end } of cas.annotations) {
    const feature = tokenFeatures.get(layer);
    const number = ids.get(id);
    if (feature === undefined || number === undefined) continue;
    addTo(parts, keyOf(begin, end), [feature, number]);
  }
  const tokens = new Map<string, number>();
  for (const token of cas.tokens) {
    const id = next();
    tokens.set(keyOf(...token), id);
    add(tokenType, id, at(token), inSofa(parts.get(keyOf(...token))));
  }
  for (const sentence of cas.sentences) add(sentenceType, next(), at(sentence), inSofa());

  const byId = new Map(cas.annotations.map((one) => [one.id, one]));
  const placeOf = (end: CasEnd): Stretch => {
    if (end.by === 'stretch') return [end.begin, end.end];
    const one = byId.get(end.id);
    return one?.ends ? placeOf(one.ends.dependent) : [one?.begin ?? 0, one?.end ?? 0];
  };
  const numberOf = (end: CasEnd, isToken = false): number => {
    const token = tokens.get(keyOf(...placeOf(end)));
    if (end.by === 'stretch') return token ?? sofa;
    return (isToken ? token : undefined) ?? ids.get(end.id) ?? sofa;
  };
  const nextLinks = linksBehind(cas.annotations);
  for (const one of cas.annotations) {
    const references: [string, number][] = [];
    if (one.ends) {
      const isToken = one.layer === dependencyType;
      references.push(['Governor', numberOf(one.ends.governor, isToken)]);
      references.push(['Dependent', numberOf(one.ends.dependent, isToken)]);
    }
    const following = ids.get(nextLinks.get(one.id) ?? '');
    if (following !== undefined) references.push(['next', following]);
    const arrays = new Map<string, number[]>();
    for (const [slot, links] of one.slots) {
      const type = cas.layers
        .find(({ name }) => name === one.layer)
        ?.slots.find(({ name }) => name === slot)?.link;
      const numbers = links.map(({ role, target }) => {
        const id = next();
        add(
          type ?? 'uima.cas.TOP',
          id,
          new Map(role === null ? [] : [['role', role]]),
          new Map([['target', numberOf(target)]]),
        );
        return id;
      });
      arrays.set(slot, numbers);
    }
    const place = one.ends ? placeOf(one.ends.dependent) : ([one.begin, one.end] as const);
    add(one.layer, ids.get(one.id) ?? next(), at(place, [...one.values]), inSofa(references), arrays);
  }
  for (const one of cas.annotations)
    if (one.chain?.at === 1)
      add(chainType(one.layer), next(), new Map(), inSofa([['first', ids.get(one.id) ?? sofa]]));
  return { sofa, text: cas.text, structures };
}

/** What follows each link of a chain. */
function linksBehind(annotations: readonly CasAnnotation[]): ReadonlyMap<string, string> {
  const keyOf = (layer: string, number: number, at: number): string => JSON.stringify([layer, number, at]);
  const places = new Map(
    annotations.flatMap(({ id, layer, chain }) =>
      chain ? [[keyOf(layer, chain.number, chain.at), id] as const] : [],
    ),
  );
  return new Map(
    annotations.flatMap(({ id, layer, chain }) => {
      const behind = chain && places.get(keyOf(layer, chain.number, chain.at + 1));
      return behind ? [[id, behind] as const] : [];
    }),
  );
}
