import { grouped } from '../../../core/grouped';
import type { AnnotationId, LinkId, RoleId } from '../../../core/ids';
import type { LinkRecord } from '../../../core/model/annotation';
import type { RoleBook } from '../../../core/rules/slots';
import type { Workspace } from './workspace';

/** The links of a document by what they tie together. */
export interface LinkIndex {
  /** The links that an annotation has, in no particular order. */
  readonly from: (annotation: AnnotationId) => readonly LinkRecord[];
  /** The links that an annotation fills. */
  readonly to: (annotation: AnnotationId) => readonly LinkRecord[];
}

const none: readonly LinkRecord[] = [];

const indexes = new WeakMap<ReadonlyMap<LinkId, LinkRecord>, LinkIndex>();

/** The index of a map of links, made once for each map: a change of the links makes another map. */
export function linkIndex(links: ReadonlyMap<LinkId, LinkRecord>): LinkIndex {
  const known = indexes.get(links);
  if (known) return known;
  const from = grouped(links.values(), ({ annotation }) => annotation);
  const to = grouped(links.values(), ({ target }) => (target.by === 'annotation' ? target.annotation : null));
  const made: LinkIndex = { from: (id) => from.get(id) ?? none, to: (id) => to.get(id) ?? none };
  indexes.set(links, made);
  return made;
}

const books = new WeakMap<
  Workspace['roles'],
  { readonly types: Workspace['types']; readonly book: RoleBook }
>();

/** The codebook of a workspace as the rules about roles look at it, made once for each codebook. */
export function roleBook({ types, roles }: Pick<Workspace, 'types' | 'roles'>): RoleBook {
  const known = books.get(roles);
  if (known?.types === types) return known.book;
  const byType = grouped(roles.values(), ({ type }) => type);
  const book: RoleBook = { type: (id) => types.get(id), rolesOf: (id) => byType.get(id) ?? [] };
  books.set(roles, { types, book });
  return book;
}

/** The fillers of a role of an annotation, in their order. */
export const fillersIn = (index: LinkIndex, annotation: AnnotationId, role: RoleId): readonly LinkRecord[] =>
  index
    .from(annotation)
    .filter((link) => link.role === role)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
