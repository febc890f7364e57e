import { problem, type Problem } from '../../core/problem';
import type { CasValue } from '../cas/model';
import { parseJson } from '../json-lines/json';
import type { RawCas, Structure, TypeDescription, TypeFeature, TypeSystem } from './structures';

/** The most values that a document may have: each structure has some ten. */
const mostValues = 500_000;

type Members = ReadonlyMap<string, unknown>;

/** The members of an object, whatever they are called; none of what is no object. */
const membersOf = (value: unknown): Members =>
  new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const idOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '';

/** `custom.Link[]` is an array of these; `uima.cas.FSArray` is one of anything. */
function featureOf(value: unknown): TypeFeature {
  const members = membersOf(value);
  const range = textOf(members.get('%RANGE'));
  const element = textOf(members.get('%ELEMENT_TYPE'));
  if (range.endsWith('[]') && !range.startsWith('uima.cas.'))
    return { range: 'uima.cas.FSArray', element: range.slice(0, -2) };
  const isPrimitive = /^uima\.cas\.(\w+)\[\]$/u.exec(range);
  return isPrimitive
    ? { range: `uima.cas.${isPrimitive[1] ?? ''}Array`, element: null }
    : { range, element: element === '' ? null : element };
}

function typesIn(value: unknown): TypeSystem {
  const types = new Map<string, TypeDescription>();
  for (const [name, described] of membersOf(value)) {
    const members = membersOf(described);
    const features = new Map<string, TypeFeature>();
    for (const [member, feature] of members)
      if (!member.startsWith('%')) features.set(member, featureOf(feature));
    types.set(name, { parent: textOf(members.get('%SUPER_TYPE')), features });
  }
  return types;
}

/** Reads CAS JSON as DKPro and INCEpTION write it (0.4). Null where it is none. */
export function readJson(text: string, file: string, warn: (problem: Problem) => void): RawCas | null {
  const value = parseJson(text, mostValues);
  if (value === undefined) {
    warn(problem('format-broken', { file, line: 1, detail: 'JSON' }));
    return null;
  }
  const members = membersOf(value);
  const all = members.get('%FEATURE_STRUCTURES');
  if (typeof all !== 'object' || all === null) {
    warn(problem('format-broken', { file, line: 1, detail: '%FEATURE_STRUCTURES' }));
    return null;
  }
  // Older files have them by their ids, newer ones in a list.
  const listed: readonly (readonly [id: string, structure: Members])[] = Array.isArray(all)
    ? all.map((one: unknown) => [idOf(membersOf(one).get('%ID')), membersOf(one)])
    : Array.from(membersOf(all), ([id, one]) => [id, membersOf(one)]);
  const structures = new Map<string, Structure>();
  const arrays = new Map<string, readonly unknown[]>();
  const sofas: { readonly id: string; readonly text: string }[] = [];
  for (const [id, one] of listed) {
    const type = textOf(one.get('%TYPE'));
    const elements = one.get('%ELEMENTS');
    if (type === '' || id === '') warn(problem('format-value-unfit', { file, line: 1, id, field: '%TYPE' }));
    else if (type === 'uima.cas.Sofa') sofas.push({ id, text: textOf(one.get('sofaString')) });
    else if (/(?:Array|\[\])$/u.test(type)) arrays.set(id, Array.isArray(elements) ? elements : []);
    else if (structures.has(id)) warn(problem('format-id-twice', { file, line: 1, id }));
    else structures.set(id, structureOf(id, type, one));
  }
  const [sofa, ...others] = sofas;
  return {
    structures: new Map(Array.from(structures, ([id, one]) => [id, withArrays(one, arrays)])),
    sofa: sofa ?? null,
    types: typesIn(members.get('%TYPES')),
    otherViews: others.length,
  };
}

function structureOf(id: string, type: string, members: Members): Structure {
  const values = new Map<string, CasValue>();
  const references = new Map<string, readonly string[]>();
  for (const [member, value] of members) {
    if (member.startsWith('@')) references.set(member.slice(1), [idOf(value)]);
    else if (member.startsWith('%') || member.startsWith('^')) continue;
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      // Behind `#` stand numbers that JSON does not have.
      values.set(member.startsWith('#') ? member.slice(1) : member, value);
  }
  return { id, type, values, references, line: 1 };
}

/** References to arrays lead to what is in them: structures, or texts. */
function withArrays(one: Structure, arrays: ReadonlyMap<string, readonly unknown[]>): Structure {
  const values = new Map(one.values);
  const references = new Map<string, readonly string[]>();
  for (const [name, ids] of one.references) {
    const [id = ''] = ids;
    const elements = arrays.get(id);
    if (!elements) references.set(name, ids);
    else if (elements.every((element) => typeof element === 'string')) {
      if (elements.length > 0) values.set(name, elements);
    } else references.set(name, elements.map(idOf));
  }
  return { ...one, values, references };
}
