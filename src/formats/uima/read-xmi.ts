import { problem, type Problem } from '../../core/problem';
import { parseExchangeXml } from '../xml/exchange';
import { childrenOf, textIn, type XmlElement } from '../xml/tree';
import type { CasValue } from '../cas/model';
import { featureIn, rangeOf, type RawCas, type Structure, type TypeSystem } from './structures';

const xmi = '{http://www.omg.org/XMI}id';

/** `http:///webanno/custom.ecore` and `Span` are `webanno.custom.Span`. */
const typeName = ({ namespace, name }: XmlElement): string => {
  const path = /^https?:\/\/\/(.+)\.ecore$/u.exec(namespace)?.[1] ?? '';
  return path === '' || path === 'uima/noNamespace' ? name : `${path.replaceAll('/', '.')}.${name}`;
};

/** References where no type system tells: their names, as the layers of INCEpTION have them. */
const usualReferences = new Set([
  'sofa',
  'Governor',
  'Dependent',
  'target',
  'next',
  'first',
  'pos',
  'lemma',
  'stem',
  'morph',
  'parent',
]);

/** Reads an XMI 2.0 serialisation of a CAS (UIMA References, 8). Null where it is none. */
export function readXmi(
  text: string,
  types: TypeSystem,
  file: string,
  warn: (problem: Problem) => void,
): RawCas | null {
  const root = parseExchangeXml(text, file);
  if (!root.ok) {
    warn(root.problem);
    return null;
  }
  if (root.value.name !== 'XMI') {
    warn(problem('format-broken', { file, line: root.value.line, detail: root.value.name }));
    return null;
  }
  const structures = new Map<string, Structure>();
  const sofas: { readonly id: string; readonly text: string }[] = [];
  const elements = childrenOf(root.value);
  const idOf = (element: XmlElement): string => element.attributes[xmi] ?? '';
  const ids = new Set(elements.map(idOf));
  for (const element of elements) {
    const type = typeName(element);
    const id = idOf(element);
    if (type === 'uima.cas.NULL' || type === 'uima.cas.View') continue;
    if (type === 'uima.cas.Sofa') {
      sofas.push({ id, text: element.attributes['sofaString'] ?? '' });
      continue;
    }
    if (structures.has(id) || id === '') warn(problem('format-id-twice', { file, line: element.line, id }));
    else structures.set(id, structureOf(element, id, type, types, ids));
  }
  const [sofa, ...others] = sofas;
  return { structures: withArrays(structures), sofa: sofa ?? null, types, otherViews: others.length };
}

function structureOf(
  element: XmlElement,
  id: string,
  type: string,
  types: TypeSystem,
  ids: ReadonlySet<string>,
): Structure {
  const values = new Map<string, CasValue>();
  const references = new Map<string, readonly string[]>();
  for (const [name, text] of Object.entries(element.attributes)) {
    if (name === xmi) continue;
    const range = featureIn(types, type, name)?.range;
    const holds = range === undefined ? null : rangeOf(types, range);
    const words = text.split(' ').filter((word) => word !== '');
    const isList = words.length > 0 && words.every((word) => ids.has(word));
    const isReference =
      range === undefined
        ? usualReferences.has(name) || (isUnknownList(name, types, type) && isList)
        : holds === null;
    if (name === 'elements' && type.endsWith('Array')) references.set(name, words);
    else if (isReference) references.set(name, words);
    else if (name === 'begin' || name === 'end') values.set(name, Number(text));
    else values.set(name, valueOf(text, holds));
  }
  for (const child of childrenOf(element)) {
    const before = values.get(child.name);
    values.set(child.name, [...(Array.isArray(before) ? (before as readonly string[]) : []), textIn(child)]);
  }
  return { id, type, values, references, line: element.line };
}

/** Without a type system, what is called like the links that INCEpTION makes is taken for references. */
const isUnknownList = (name: string, types: TypeSystem, type: string): boolean =>
  !types.has(type) && /^(?:links|arguments|roles)$|(?:Links|Roles|Arguments|Slots)$/u.test(name);

function valueOf(text: string, holds: ReturnType<typeof rangeOf>): CasValue {
  if (holds === 'number') {
    const number = Number(text);
    return Number.isFinite(number) && text.trim() !== '' ? number : text;
  }
  if (holds === 'boolean') return text === 'true' || text === '1';
  return text;
}

/** References to arrays of structures lead to what is in them. */
function withArrays(structures: ReadonlyMap<string, Structure>): ReadonlyMap<string, Structure> {
  const arrays = new Map(
    [...structures.values()]
      .filter(({ type }) => type.endsWith('Array'))
      .map(({ id, references }) => [id, references.get('elements') ?? []]),
  );
  if (arrays.size === 0) return structures;
  return new Map(
    [...structures]
      .filter(([id]) => !arrays.has(id))
      .map(([id, one]) => [
        id,
        {
          ...one,
          references: new Map(
            Array.from(one.references, ([name, ids]) => [
              name,
              ids.flatMap((each) => arrays.get(each) ?? [each]),
            ]),
          ),
        },
      ]),
  );
}
