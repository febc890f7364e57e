import type { AttributeId, CoderId, RoleId, TermId, Timestamp, TypeId, VersionId } from '../../../core/ids';
import type {
  AttributeDomain,
  AttributeOwner,
  AttributeRecord,
  AttributeValue,
  FillerRule,
  Kind,
  Localised,
  RoleRecord,
  TermRecord,
  TypeRecord,
  VersionRecord,
} from '../../../core/model/codebook';
import type { Reader } from '../file/connection';
import { makeTable, originFromColumn, originToColumn } from './table';

type TypeRow = Readonly<{
  id: string;
  kind: string;
  parent: string | null;
  position: number;
  names: string;
  guidelines: string;
  examples: string;
  hue: number;
  key: string | null;
  symmetric: number;
  origin: string | null;
}>;

export const types = makeTable<TypeRecord, TypeRow>({
  name: 'type',
  columns: [
    'id',
    'kind',
    'parent',
    'position',
    'names',
    'guidelines',
    'hue',
    'key',
    'symmetric',
    'origin',
    'examples',
  ],
  order: 'position, id',
  toRow: (type) => ({
    id: type.id,
    kind: type.kind,
    parent: type.parent,
    position: type.position,
    names: JSON.stringify(type.names),
    guidelines: JSON.stringify(type.guidelines),
    examples: JSON.stringify(type.examples),
    hue: type.hue,
    key: type.key,
    symmetric: Number(type.symmetric),
    origin: originToColumn(type.origin),
  }),
  fromRow: (row) => ({
    record: 'type',
    id: row.id as TypeId,
    kind: row.kind as Kind,
    parent: row.parent as TypeId | null,
    position: row.position,
    names: JSON.parse(row.names) as Localised,
    guidelines: JSON.parse(row.guidelines) as Localised,
    examples: JSON.parse(row.examples) as readonly string[],
    hue: row.hue,
    key: row.key,
    symmetric: row.symmetric === 1,
    origin: originFromColumn(row.origin),
  }),
});

type RoleRow = Readonly<{
  id: string;
  type: string;
  position: number;
  names: string;
  key: string | null;
  min: number;
  max: number | null;
  fillers: string;
  across_documents: number;
  acyclic: number;
  sticky: number;
  origin: string | null;
}>;

export const roles = makeTable<RoleRecord, RoleRow>({
  name: 'role',
  columns: [
    'id',
    'type',
    'position',
    'names',
    'key',
    'min',
    'max',
    'fillers',
    'origin',
    'across_documents',
    'acyclic',
    'sticky',
  ],
  order: 'type, position, id',
  toRow: (role) => ({
    id: role.id,
    type: role.type,
    position: role.position,
    names: JSON.stringify(role.names),
    key: role.key,
    min: role.min,
    max: role.max,
    fillers: JSON.stringify(role.fillers),
    across_documents: Number(role.acrossDocuments),
    acyclic: Number(role.acyclic),
    sticky: Number(role.sticky),
    origin: originToColumn(role.origin),
  }),
  fromRow: (row) => ({
    record: 'role',
    id: row.id as RoleId,
    type: row.type as TypeId,
    position: row.position,
    names: JSON.parse(row.names) as Localised,
    key: row.key,
    min: row.min,
    max: row.max,
    fillers: JSON.parse(row.fillers) as FillerRule,
    acrossDocuments: row.across_documents === 1,
    acyclic: row.acyclic === 1,
    sticky: row.sticky === 1,
    origin: originFromColumn(row.origin),
  }),
});

type AttributeRow = Readonly<{
  id: string;
  owner: AttributeOwner['of'];
  type: string | null;
  position: number;
  names: string;
  key: string | null;
  domain: string;
  required: number;
  default: string | null;
  origin: string | null;
}>;

const ownerOf = ({ owner, type }: AttributeRow): AttributeOwner =>
  owner === 'type' ? { of: owner, type: type as TypeId } : { of: owner };

export const attributes = makeTable<AttributeRecord, AttributeRow>({
  name: 'attribute',
  columns: ['id', 'owner', 'type', 'position', 'names', 'key', 'domain', 'required', 'default', 'origin'],
  order: 'owner, type, position, id',
  toRow: (attribute) => ({
    id: attribute.id,
    owner: attribute.owner.of,
    type: attribute.owner.of === 'type' ? attribute.owner.type : null,
    position: attribute.position,
    names: JSON.stringify(attribute.names),
    key: attribute.key,
    domain: JSON.stringify(attribute.domain),
    required: Number(attribute.required),
    default: attribute.default === null ? null : JSON.stringify(attribute.default),
    origin: originToColumn(attribute.origin),
  }),
  fromRow: (row) => ({
    record: 'attribute',
    id: row.id as AttributeId,
    owner: ownerOf(row),
    position: row.position,
    names: JSON.parse(row.names) as Localised,
    key: row.key,
    domain: JSON.parse(row.domain) as AttributeDomain,
    required: row.required === 1,
    default: row.default === null ? null : (JSON.parse(row.default) as AttributeValue),
    origin: originFromColumn(row.origin),
  }),
});

type TermRow = Readonly<{
  id: string;
  attribute: string;
  parent: string | null;
  name: string;
  origin: string | null;
}>;

export const terms = makeTable<TermRecord, TermRow>({
  name: 'term',
  columns: ['id', 'attribute', 'parent', 'name', 'origin'],
  order: 'attribute, name, id',
  toRow: ({ id, attribute, parent, name, origin }) => ({
    id,
    attribute,
    parent,
    name,
    origin: originToColumn(origin),
  }),
  fromRow: (row) => ({
    record: 'term',
    id: row.id as TermId,
    attribute: row.attribute as AttributeId,
    parent: row.parent as TermId | null,
    name: row.name,
    origin: originFromColumn(row.origin),
  }),
});

type VersionRow = Readonly<{
  id: string;
  number: number;
  coder: string;
  at: string;
  note: string;
  codebook: string;
  origin: string | null;
}>;

type Snapshot = Pick<VersionRecord, 'types' | 'roles' | 'attributes'>;

/** What the codebook was, in the order of its versions. */
export const versions = makeTable<VersionRecord, VersionRow>({
  name: 'version',
  columns: ['id', 'number', 'coder', 'at', 'note', 'codebook', 'origin'],
  order: 'number, at, id',
  toRow: ({
    id,
    number,
    coder,
    at,
    note,
    types: ofTypes,
    roles: ofRoles,
    attributes: ofAttributes,
    origin,
  }) => ({
    id,
    number,
    coder,
    at,
    note,
    codebook: JSON.stringify({ types: ofTypes, roles: ofRoles, attributes: ofAttributes } satisfies Snapshot),
    origin: originToColumn(origin),
  }),
  fromRow: (row) => {
    const snapshot = JSON.parse(row.codebook) as Snapshot;
    return {
      record: 'version',
      id: row.id as VersionId,
      number: row.number,
      coder: row.coder as CoderId,
      at: row.at as Timestamp,
      note: row.note,
      types: snapshot.types,
      roles: snapshot.roles,
      attributes: snapshot.attributes,
      origin: originFromColumn(row.origin),
    };
  },
});

/** The version that holds now. */
export const latestVersion = (reader: Reader): VersionRecord | null =>
  versions.where(reader, 'id = (SELECT id FROM version ORDER BY number DESC, at DESC, id DESC LIMIT 1)')[0] ??
  null;
