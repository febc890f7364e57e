import { inTreeOrder, type Codebook } from '../../core/codebook/codebook';
import { hexOfHue } from '../../core/colour';
import type {
  AttributeRecord,
  Choice,
  FillerRule,
  Kind,
  RoleRecord,
  TypeRecord,
} from '../../core/model/codebook';
import type { Problem } from '../../core/problem';
import { lineageOf } from '../../core/rules/codebook-rules';
import { count, inOtherLanguages, lossesOf, nameFor } from '../codebook/losses';
import { bratValue, namesInBrat } from './names';
import { lostIdentities } from './identities';
import { asLabel, writeRemarks } from './remarks';

/** brat's two configuration files of a codebook, and what they could not carry. */
export interface BratConf {
  readonly annotation: string;
  readonly visual: string;
  readonly warnings: readonly Problem[];
}

/** The ending of a role's name that says how many fillers it takes. */
function ending({ min, max }: RoleRecord): string {
  if (max === 1) return min === 0 ? '?' : '';
  if (max === null) return min === 0 ? '*' : '+';
  return min === max ? `{${max}}` : `{${min}-${max}}`;
}

const isWritten = ({ domain }: AttributeRecord): boolean =>
  domain.kind === 'yes-no' || domain.kind === 'one-of';

const choicesOf = ({ domain }: AttributeRecord): readonly Choice[] =>
  domain.kind === 'one-of' ? domain.choices : [];

/**
 * Writes a codebook as brat's `annotation.conf` and `visual.conf`. What brat has no
 * place for is counted. Names are those of one language (a BCP 47 tag).
 */
export function serializeBratConf(codebook: Codebook, language: string): BratConf {
  const types = inTreeOrder(codebook.types);
  const byId = new Map(types.map((type) => [type.id, type]));
  const find = (id: TypeRecord['id']): TypeRecord | undefined => byId.get(id);
  const names = namesInBrat(codebook);
  const nameOf = (type: TypeRecord): string => names.get(type.id) ?? '';
  const lineage = (type: TypeRecord): readonly TypeRecord[] => lineageOf(type.id, find);
  const below = (type: TypeRecord): TypeRecord[] => types.filter((other) => lineage(other).includes(type));
  const hasStatements = types.some(({ kind }) => kind === 'statement');

  function fillersOf({ kinds, types: listed }: FillerRule): string {
    const wide = new Set<string>();
    const narrow = new Set<string>();
    const all = (kind: Kind): void =>
      types.filter((type) => type.kind === kind).forEach((type) => narrow.add(nameOf(type)));
    if (kinds.includes('entity')) wide.add('<ENTITY>');
    const bothOrOnly = kinds.includes('event') && (kinds.includes('statement') || !hasStatements);
    if (bothOrOnly) wide.add('<EVENT>');
    else if (kinds.includes('event')) all('event');
    else if (kinds.includes('statement')) all('statement');
    for (const id of listed) {
      const type = find(id);
      if (type) below(type).forEach((one) => narrow.add(nameOf(one)));
    }
    return [...wide, ...narrow].join('|');
  }

  const roleName = (role: RoleRecord): string => names.get(role.id) ?? '';

  const rolesOf = (type: TypeRecord): RoleRecord[] =>
    [...lineage(type)]
      .reverse()
      .flatMap(({ id }) =>
        codebook.roles.filter((role) => role.type === id).sort((a, b) => a.position - b.position),
      );

  function typeLine(type: TypeRecord): string {
    const indent = '\t'.repeat(lineage(type).length - 1);
    const mark = type.origin?.fields['abstract'] === true ? '!' : '';
    const isRelation = type.kind === 'relation';
    const roles = rolesOf(type)
      .map((role, index) => {
        const fillers = fillersOf(role.fillers);
        if (isRelation) return index > 1 ? '' : `${roleName(role)}:${fillers || '<ANY>'}`;
        return fillers === '' ? '' : `${roleName(role)}${ending(role)}:${fillers}`;
      })
      .filter((role) => role !== '');
    const transitive = type.origin?.fields['transitive'] === true;
    const relation = [...(type.symmetric ? ['symmetric'] : []), ...(transitive ? ['transitive'] : [])].join(
      '-',
    );
    const rest = [...roles, ...(isRelation && relation !== '' ? [`<REL-TYPE>:${relation}`] : [])].join(', ');
    return `${indent}${mark}${nameOf(type)}${rest === '' || type.kind === 'entity' ? '' : `\t${rest}`}`;
  }

  /** Attributes that are alike on several types are one line in brat. */
  function attributeLines(): string[] {
    const lines = new Map<string, Set<TypeRecord>>();
    for (const attribute of codebook.attributes) {
      if (attribute.owner.of !== 'type' || !isWritten(attribute)) continue;
      const owner = find(attribute.owner.type);
      if (!owner || owner.kind === 'relation') continue;
      const values = choicesOf(attribute).map(({ value }) => bratValue(value));
      const line = [
        names.get(attribute.id) ?? '',
        values.length > 0 ? `, Value:${values.join('|')}` : '',
      ].join('\0');
      const owners = lines.get(line) ?? new Set();
      below(owner).forEach((type) => owners.add(type));
      lines.set(line, owners);
    }
    return [...lines].map(([line, owners]) => {
      const [name = '', values = ''] = line.split('\0');
      const args = types.filter((type) => owners.has(type)).map(nameOf);
      return `${name}\tArg:${args.join('|')}${values}`;
    });
  }

  /** What the ends of a relation are called in words, where these are not the names that they have in brat. */
  function endsOf(type: TypeRecord): { readonly type: string; readonly labels: readonly string[] }[] {
    const ends = rolesOf(type).slice(0, 2);
    const labels = ends.map((role) => nameFor(role.names, language));
    return ends.every((role, index) => roleName(role) === labels[index])
      ? []
      : [{ type: nameOf(type), labels }];
  }

  /** The words of an attribute and its values, where their names in brat do not say them. */
  function labelsOf(attribute: AttributeRecord): readonly string[] {
    const label = (name: string, words: string): string[] =>
      name.replace(/_/gu, ' ') === words ? [] : [`${name} | ${asLabel(words)}`];
    return [
      ...label(names.get(attribute.id) ?? '', nameFor(attribute.names, language)),
      ...choicesOf(attribute).flatMap((choice) =>
        label(bratValue(choice.value), nameFor(choice.names, language) || choice.value),
      ),
    ];
  }

  const ofKinds = (...kinds: Kind[]): string[] =>
    types.filter(({ kind }) => kinds.includes(kind)).map(typeLine);
  const section = (heading: string, lines: readonly string[]): string =>
    `[${heading}]\n${lines.map((line) => `${line}\n`).join('')}`;
  const bare = [
    section('entities', ofKinds('entity')),
    section('relations', ofKinds('relation')),
    section('events', ofKinds('event', 'statement')),
    section('attributes', attributeLines()),
  ];
  const remarks = {
    statements: types.filter(({ kind }) => kind === 'statement').map(nameOf),
    ends: types.filter(({ kind }) => kind === 'relation').flatMap((type) => endsOf(type)),
    identities: [],
  };
  const visual = [
    section('labels', [
      ...types.map((type) => `${nameOf(type)} | ${asLabel(nameFor(type.names, language))}`),
      ...new Set(
        codebook.roles
          .filter((role) => find(role.type)?.kind !== 'relation')
          .map((role) => `${roleName(role)} | ${asLabel(nameFor(role.names, language))}`),
      ),
      ...new Set(codebook.attributes.filter(isWritten).flatMap(labelsOf)),
    ]),
    section(
      'drawing',
      types.map(
        (type) => `${nameOf(type)}\t${type.kind === 'relation' ? 'color' : 'bgColor'}:${hexOfHue(type.hue)}`,
      ),
    ),
  ].join('\n');
  const unmarked = [...bare, ...writeRemarks(remarks)].join('\n');
  const identities = lostIdentities(codebook, names, { annotation: unmarked, visual }, language);
  const annotation = [...bare, ...writeRemarks({ ...remarks, identities })].join('\n');

  const { roles, attributes, terms } = codebook;
  const owner = ({ owner: of }: AttributeRecord): TypeRecord | undefined =>
    of.of === 'type' ? find(of.type) : undefined;
  return {
    annotation,
    visual,
    warnings: lossesOf({
      'codebook-guidelines-lost': count(types, ({ guidelines }) => Object.keys(guidelines).length > 0),
      'codebook-examples-lost': count(types, ({ examples }) => examples.length > 0),
      'codebook-keys-lost': count([...types, ...roles, ...attributes], ({ key }) => key !== null),
      'codebook-languages-lost': inOtherLanguages(codebook, language),
      'codebook-roles-lost': count(
        roles,
        (role) => find(role.type)?.kind === 'entity' || fillersOf(role.fillers) === '',
      ),
      'codebook-fillers-lost': count(
        roles,
        ({ fillers }) => (fillers.entries || fillers.spans) && fillersOf(fillers) !== '',
      ),
      'codebook-attributes-lost': count(
        attributes,
        (one) => !isWritten(one) || owner(one) === undefined || owner(one)?.kind === 'relation',
      ),
      'codebook-requirements-lost': count(
        attributes,
        (one) => isWritten(one) && (one.required || one.default !== null),
      ),
      'codebook-flags-lost': count(roles, (role) => role.sticky || role.acyclic || role.acrossDocuments),
      'codebook-terms-lost': terms.length,
    }),
  };
}
