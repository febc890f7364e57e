import type { Abilities } from '../cas/written-value';
import type { Exporting, Piece } from '../exchange/format';
import type { BuiltCas } from './built-cas';
import { builtDocuments } from './serialize-xmi';
import type { TypeSystem } from './structures';

const jsonAbilities: Abilities = { typed: true, relationsFill: true, xml: false, inRows: false };

/** Writes a file for each document, with its types in it. */
export const serializeJson: Exporting['serialize'] = function* (contents, context): Generator<Piece> {
  for (const { file, cas, types } of builtDocuments(contents, context, jsonAbilities, '.json'))
    yield { file, data: `${JSON.stringify(written(cas, types), null, 2)}\n` };
};

type Members = Record<string, unknown>;

function written({ sofa, text, structures }: BuiltCas, types: TypeSystem): Members {
  const all: Members[] = [
    {
      '%ID': sofa,
      '%TYPE': 'uima.cas.Sofa',
      sofaNum: 1,
      sofaID: '_InitialView',
      mimeType: 'text',
      sofaString: text,
    },
  ];
  let last = Math.max(sofa, ...structures.map(({ id }) => id));
  const array = (type: string, elements: readonly unknown[]): number => {
    last += 1;
    all.push({ '%ID': last, '%TYPE': type, '%ELEMENTS': elements });
    return last;
  };
  for (const { id, type, values, references, arrays } of structures) {
    const members: [string, unknown][] = [
      ['%ID', id],
      ['%TYPE', type],
    ];
    for (const [name, target] of references) members.push([`@${name}`, target]);
    for (const [name, value] of values)
      if (typeof value === 'object') members.push([`@${name}`, array('uima.cas.StringArray', value)]);
      else members.push([name, value]);
    for (const [name, ids] of arrays) members.push([`@${name}`, array('uima.cas.FSArray', ids)]);
    all.push(Object.fromEntries(members));
  }
  return {
    '%TYPES': typesAsJson(types),
    '%FEATURE_STRUCTURES': all,
    '%VIEWS': { _InitialView: { '%SOFA': sofa, '%MEMBERS': structures.map(({ id }) => id) } },
  };
}

const typesAsJson = (types: TypeSystem): Members =>
  Object.fromEntries(
    Array.from(types, ([name, { parent, features }]) => [
      name,
      {
        '%NAME': name,
        '%SUPER_TYPE': parent,
        ...Object.fromEntries(
          Array.from(features, ([feature, { range, element }]) => [
            feature,
            { '%NAME': feature, '%RANGE': element === null ? range : `${element}[]` },
          ]),
        ),
      },
    ]),
  );
