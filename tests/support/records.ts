import type { ChangeContext } from '../../src/core/commands/project-view';
import { plainAttribute, plainRole, plainType } from '../../src/core/codebook/plain-records';
import type {
  AnnotationId,
  AttributeId,
  CoderId,
  DocumentId,
  LinkId,
  NewId,
  RoleId,
  Timestamp,
  TypeId,
} from '../../src/core/ids';
import type { AnnotationRecord, LinkRecord, LinkTarget } from '../../src/core/model/annotation';
import type {
  AttributeDomain,
  AttributeRecord,
  FillerRule,
  Kind,
  RoleRecord,
  TypeRecord,
} from '../../src/core/model/codebook';
import type { DocumentRecord } from '../../src/core/model/document';
import { codePoint } from '../../src/core/offsets';

// Records for tests of commands: ids are plain strings, and what a test does not name is as plain as can be.

/** When a tested command is given. */
export const now = '2026-11-22T10:00:00.000Z' as Timestamp;

/** When what the tests begin with was made. */
export const earlier = '2026-11-21T10:00:00.000Z' as Timestamp;

/** Anna changes something now. New records get the ids `new-1`, `new-2`, …, anew in each context. */
export function changeContext(): ChangeContext {
  let made = 0;
  return { coder: 'anna' as CoderId, now, newId: () => `new-${(made += 1)}` as NewId };
}

/** A type that is named as its id, below another or at the top. */
export const typeOf = (
  id: string,
  kind: Kind,
  parent: string | null = null,
  rest: Partial<TypeRecord> = {},
): TypeRecord =>
  plainType({
    ...{ id: id as TypeId, kind, parent: parent as TypeId | null },
    ...{ position: 0, names: { en: id }, hue: 0, origin: null },
    ...rest,
  });

/** The role of a type; its id is `type.name`, and any number of fillers may have it. */
export const roleOf = (
  type: string,
  name: string,
  fillers: { readonly types?: readonly string[] } & Omit<Partial<FillerRule>, 'types'>,
  rest: Partial<RoleRecord> = {},
): RoleRecord => ({
  ...plainRole('event', {
    ...{ id: `${type}.${name}` as RoleId, type: type as TypeId },
    ...{ position: 0, names: { en: name }, origin: null },
  }),
  fillers: {
    ...{ kinds: [], entries: false, spans: false, ...fillers },
    types: (fillers.types ?? []) as TypeId[],
  },
  ...rest,
});

/** An attribute of a type, or of entries or documents; its id is `owner.name`. */
export const attributeOf = (
  owner: string,
  name: string,
  domain: AttributeDomain,
  rest: Partial<AttributeRecord> = {},
): AttributeRecord => ({
  ...plainAttribute({
    id: `${owner}.${name}` as AttributeId,
    owner: owner === 'entry' || owner === 'document' ? { of: owner } : { of: 'type', type: owner as TypeId },
    ...{ position: 0, names: { en: name }, domain, origin: null },
  }),
  ...rest,
});

/** An annotation of Anna's in the document `news`, of its first character. */
export const annotationOf = (
  id: string,
  type: string,
  rest: Partial<AnnotationRecord> = {},
): AnnotationRecord => ({
  record: 'annotation',
  id: id as AnnotationId,
  document: 'news' as DocumentId,
  type: type as TypeId,
  coder: 'anna' as CoderId,
  version: null,
  fragments: [{ start: codePoint(0), end: codePoint(1), quote: 'a' }],
  entry: null,
  attributes: {},
  status: 'draft',
  note: '',
  createdAt: earlier,
  modifiedAt: earlier,
  origin: null,
  ...rest,
});

/** The link by which a target fills a role; its id is `from role to` unless it is named. */
export const linkOf = (
  from: string,
  role: string,
  to: string | LinkTarget,
  rest: { readonly id?: string; readonly position?: number } = {},
): LinkRecord => ({
  record: 'link',
  id: (rest.id ?? `${from} ${role} ${typeof to === 'string' ? to : to.by}`) as LinkId,
  annotation: from as AnnotationId,
  role: role as RoleId,
  position: rest.position ?? 0,
  target: typeof to === 'string' ? { by: 'annotation', annotation: to as AnnotationId } : to,
  origin: null,
});

/** A document that is named as its id. */
export const documentOf = (id: string, rest: Partial<DocumentRecord> = {}): DocumentRecord => ({
  record: 'document',
  id: id as DocumentId,
  name: id,
  position: 0,
  status: 'draft',
  note: '',
  metadata: {},
  attributes: {},
  sha256: '',
  length: 1,
  encoding: 'utf-8',
  byteOrderMark: false,
  addedAt: earlier,
  origin: null,
  ...rest,
});
