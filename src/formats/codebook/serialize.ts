import { inTreeOrder, type CodebookFile } from '../../core/codebook/codebook';
import { addTo } from '../../core/grouped';
import type { AttributeRecord, RoleRecord, TermRecord } from '../../core/model/codebook';
import { codebookFormat, codebookVersion } from './schema';

type Definition = Readonly<Record<string, unknown>>;

const byPosition = <Item extends { readonly position: number; readonly id: string }>(
  a: Item,
  b: Item,
): number => a.position - b.position || (a.id < b.id ? -1 : 1);

/** True where a field says only what is so when it is left out. */
const isLeftOut = (value: unknown): boolean =>
  value === null ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);

/** The fields that say something, in their order. */
const brief = (fields: Definition): Definition =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !isLeftOut(value)));

function roleDefinition({ names, key, min, max, fillers, ...role }: RoleRecord): Definition {
  const { sticky, acyclic, acrossDocuments, origin } = role;
  const { kinds, types, entries, spans } = fillers;
  return {
    names,
    ...brief({ key }),
    ...(min === 0 ? {} : { min }),
    ...(max === null ? {} : { max }),
    fillers: brief({ kinds, types, entries, spans }),
    ...brief({ sticky, acyclic, acrossDocuments, origin }),
  };
}

function attributeDefinition(attribute: AttributeRecord, terms: readonly TermRecord[]): Definition {
  const { id, names, key, domain, required, default: preset, origin } = attribute;
  const own = terms.filter((term) => term.attribute === id);
  return {
    names,
    ...brief({ key }),
    domain,
    ...brief({ required }),
    ...(preset === null ? {} : { default: preset }),
    ...brief({
      terms: own.map((term) => ({
        id: term.id,
        ...brief({ parent: term.parent }),
        name: term.name,
        ...brief({ origin: term.origin }),
      })),
      origin,
    }),
  };
}

/** One role or attribute of a type, with the name by which several types may share its definition. */
interface Owned {
  readonly id: string;
  /** Its id without that of its type, where it begins so. */
  readonly name: string | null;
  readonly definition: Definition;
}

const owned = (id: string, type: string, definition: Definition): Owned => ({
  id,
  name: id.startsWith(`${type}.`) ? id.slice(type.length + 1) : null,
  definition,
});

/** The definitions that at least two types have alike under one name, and under which no type has another. */
function shared(all: readonly Owned[]): Readonly<Record<string, Definition>> {
  const groups = new Map<string, Owned[]>();
  for (const one of all) if (one.name !== null) addTo(groups, one.name, one);
  const alike = [...groups].flatMap(([name, [first, ...others]]) => {
    const text = JSON.stringify(first?.definition);
    const isShared =
      others.length > 0 && others.every(({ definition }) => JSON.stringify(definition) === text);
    return first && isShared ? [[name, first.definition] as const] : [];
  });
  return Object.fromEntries(alike);
}

const listed = (
  all: readonly Owned[],
  definitions: Readonly<Record<string, Definition>>,
): readonly (string | Definition)[] =>
  all.map(({ id, name, definition }) =>
    name !== null && Object.hasOwn(definitions, name) ? name : { id, ...definition },
  );

/**
 * Writes a codebook as a file that can be read and compared line by line: types in the order of the tree, what is as
 * usual left out, roles and attributes that several types have alike written once. The same codebook gives the same
 * characters.
 */
export function serializeCodebook(codebook: CodebookFile): string {
  const { names, descriptions, sources, terms } = codebook;
  const types = inTreeOrder(codebook.types).map((type) => ({
    type,
    roles: codebook.roles
      .filter((role) => role.type === type.id)
      .sort(byPosition)
      .map((role) => owned(role.id, type.id, roleDefinition(role))),
    attributes: codebook.attributes
      .filter(({ owner }) => owner.of === 'type' && owner.type === type.id)
      .sort(byPosition)
      .map((attribute) => owned(attribute.id, type.id, attributeDefinition(attribute, terms))),
  }));
  const roles = shared(types.flatMap((one) => one.roles));
  const attributes = shared(types.flatMap((one) => one.attributes));
  const free = (of: 'entry' | 'document'): readonly Definition[] =>
    codebook.attributes
      .filter(({ owner }) => owner.of === of)
      .sort(byPosition)
      .map((attribute) => ({ id: attribute.id, ...attributeDefinition(attribute, terms) }));

  const file = {
    format: codebookFormat,
    version: codebookVersion,
    ...brief({ names, descriptions, sources, roles, attributes }),
    types: types.map(({ type, ...own }) => {
      const { id, kind, parent, guidelines, examples, hue, key, symmetric, origin } = type;
      return {
        id,
        kind,
        ...brief({ parent }),
        names: type.names,
        hue,
        ...brief({ key, symmetric }),
        ...brief({
          roles: listed(own.roles, roles),
          attributes: listed(own.attributes, attributes),
          guidelines,
          examples,
          origin,
        }),
      };
    }),
    ...brief({ entryAttributes: free('entry'), documentAttributes: free('document') }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
