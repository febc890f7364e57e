import type { CodebookFile } from '../../core/codebook/codebook';
import type { AttributeId, RoleId } from '../../core/ids';
import type {
  AttributeOwner,
  AttributeRecord,
  RoleRecord,
  TermRecord,
  TypeRecord,
} from '../../core/model/codebook';
import { problem, type Problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { settleReferences } from './references';
import {
  codebookFile,
  codebookVersion,
  type AttributeDefinition,
  type RoleDefinition,
  type TypeEntry,
} from './schema';

/** A codebook that was read, and what of the file could not be taken as it stands there. */
export interface ReadCodebook {
  readonly codebook: CodebookFile;
  readonly warnings: readonly Problem[];
}

/** Reads a codebook file. References to types that are not there are left out, with a warning each. */
export function parseCodebook(text: string): Result<ReadCodebook> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return fail(problem('codebook-unreadable', { detail: String(error) }));
  }
  return readCodebook(value);
}

const versionIn = (value: unknown): number =>
  value !== null && typeof value === 'object' && 'version' in value && typeof value.version === 'number'
    ? value.version
    : 0;

/** The same for a file that is JSON already. */
export function readCodebook(value: unknown): Result<ReadCodebook> {
  if (versionIn(value) > codebookVersion)
    return fail(problem('import-newer-version', { version: versionIn(value), latest: codebookVersion }));
  const parsed = codebookFile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const extra = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return fail(
      problem('codebook-invalid', { place: [...(issue?.path ?? []), ...extra].join('.') || 'format' }),
    );
  }
  const { names, descriptions, sources, roles, attributes, types, entryAttributes, documentAttributes } =
    parsed.data;

  const missing: Problem[] = [];
  const named = <Definition>(all: Readonly<Record<string, Definition>>, name: string): Definition[] => {
    const definition = Object.hasOwn(all, name) ? all[name] : undefined;
    if (definition === undefined) missing.push(problem('codebook-reference-missing', { name }));
    return definition === undefined ? [] : [definition];
  };

  const records = types.map((type, position) => ({
    type: typeOf(type, position),
    roles: type.roles.flatMap((role, index) =>
      typeof role === 'string'
        ? named(roles, role).map((definition) =>
            roleOf(`${type.id}.${role}` as RoleId, type, index, definition),
          )
        : [roleOf(role.id, type, index, role)],
    ),
    attributes: type.attributes.flatMap((attribute, index) => {
      const owner = { of: 'type', type: type.id } as const;
      if (typeof attribute !== 'string') return [attributeOf(attribute.id, owner, index, attribute)];
      return named(attributes, attribute).map((definition) =>
        attributeOf(`${type.id}.${attribute}` as AttributeId, owner, index, definition),
      );
    }),
  }));
  const owned = [
    ...records.flatMap((record) => record.attributes),
    ...entryAttributes.map((one, index) => attributeOf(one.id, { of: 'entry' }, index, one)),
    ...documentAttributes.map((one, index) => attributeOf(one.id, { of: 'document' }, index, one)),
  ];
  const settled = settleReferences({
    types: records.map(({ type }) => type),
    roles: records.flatMap((record) => record.roles),
    attributes: owned.map(({ attribute }) => attribute),
    terms: owned.flatMap(({ terms }) => terms),
  });
  return ok({
    codebook: { names, descriptions, sources, ...settled.codebook },
    warnings: [...missing, ...settled.warnings],
  });
}

const typeOf = (entry: TypeEntry, position: number): TypeRecord => ({
  record: 'type',
  id: entry.id,
  kind: entry.kind,
  parent: entry.parent,
  position,
  names: entry.names,
  guidelines: entry.guidelines,
  examples: entry.examples,
  hue: entry.hue,
  key: entry.key,
  symmetric: entry.symmetric,
  origin: entry.origin,
});

const roleOf = (id: RoleId, type: TypeEntry, position: number, role: RoleDefinition): RoleRecord => ({
  record: 'role',
  id,
  type: type.id,
  position,
  names: role.names,
  key: role.key,
  min: role.min,
  max: role.max,
  fillers: role.fillers,
  sticky: role.sticky,
  acyclic: role.acyclic,
  acrossDocuments: role.acrossDocuments,
  origin: role.origin,
});

function attributeOf(
  id: AttributeId,
  owner: AttributeOwner,
  position: number,
  definition: AttributeDefinition,
): { readonly attribute: AttributeRecord; readonly terms: readonly TermRecord[] } {
  const { names, key, domain, required, default: preset, terms, origin } = definition;
  return {
    attribute: {
      record: 'attribute',
      id,
      owner,
      position,
      names,
      key,
      domain,
      required,
      default: preset,
      origin,
    },
    terms: terms.map((term) => ({ record: 'term', attribute: id, ...term })),
  };
}
