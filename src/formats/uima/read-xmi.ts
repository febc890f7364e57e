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

/** References where no type system tells: what ties annotations together, whatever is there of its end. */
const structuralReferences = new Set(['sofa', 'Governor', 'Dependent', 'target', 'next', 'first']);
/** References where there is something of the ids that they would name: else they are values of somebody's own. */
const usualReferences = new Set(['pos', 'lemma', 'stem', 'morph', 'parent']);

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
  // What is no annotation and has a target can only be a link, and what names only such refers to them.
  const links = new Set(
    elements.filter(({ attributes }) => 'target' in attributes && !('begin' in attributes)).map(idOf),
  );
  for (const element of elements) {
    const type = typeName(element);
    const id = idOf(element);
    if (type === 'uima.cas.NULL' || type === 'uima.cas.View') continue;
    if (type === 'uima.cas.Sofa') {
      sofas.push({ id, text: element.attributes['sofaString'] ?? '' });
      continue;
    }
    if (structures.has(id) || id === '') warn(problem('format-id-twice', { file, line: element.line, id }));
    else structures.set(id, structureOf(element, id, type, types, { ids, links }));
  }
  const [sofa, ...others] = sofas;
  return { structures: withArrays(structures), sofa: sofa ?? null, types, otherViews: others.length };
}

function structureOf(
  element: XmlElement,
  id: string,
  type: string,
  types: TypeSystem,
  { ids, links }: { readonly ids: ReadonlySet<string>; readonly links: ReadonlySet<string> },
): Structure {
  const values = new Map<string, CasValue>();
  const references = new Map<string, readonly string[]>();
  for (const [name, text] of Object.entries(element.attributes)) {
    if (name === xmi) continue;
    const range = featureIn(types, type, name)?.range;
    const holds = range === undefined ? null : rangeOf(types, range);
    const words = text.split(' ').filter((word) => word !== '');
    const areAll = (some: ReadonlySet<string>): boolean =>
      words.length > 0 && words.every((word) => some.has(word));
    const isReference =
      range === undefined
        ? structuralReferences.has(name) ||
          (usualReferences.has(name) && areAll(ids)) ||
          (!types.has(type) && (areAll(links) || (isListName.test(name) && areAll(ids))))
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
const isListName = /^(?:links|arguments|roles)$|(?:Links|Roles|Arguments|Slots)$/u;

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
