import type { RoleId, TypeId } from '../../../core/ids';
import type { Span } from '../../../core/model/annotation';
import type { Localised, TypeRecord } from '../../../core/model/codebook';
import { plainAnnotation, type AnnotationDraft, type LinkDraft } from '../../exchange/drafts';
import { formatName } from '../guid';
import { relationEnds } from '../own-names';
import type { ProjectParts } from './project-parts';
import type { LinkEnd, ProjectLink } from './links';

/** Codes have one name. */
const nameIn = (names: Localised): string => Object.values(names)[0] ?? '';

/** Makes links that begin in a document fillers of roles of its annotations, or relations. */
export class DocumentLinks {
  readonly #key: string;
  readonly #ends: ReadonlyMap<string, LinkEnd>;
  readonly #parts: ProjectParts;
  readonly #spanOf: (guid: string) => Span | null;

  /**
   * `key` is that of the document, `ends` is where the links of the project may lead. `spanOf` finds the place of a
   * selection of the document, and tells where there is none.
   */
  constructor(
    key: string,
    ends: ReadonlyMap<string, LinkEnd>,
    parts: ProjectParts,
    spanOf: (guid: string) => Span | null,
  ) {
    this.#key = key;
    this.#ends = ends;
    this.#parts = parts;
    this.#spanOf = spanOf;
  }

  /** The annotations with the roles that links fill, and the relations that the other links are. */
  linked(annotations: readonly AnnotationDraft[], links: readonly ProjectLink[]): readonly AnnotationDraft[] {
    const byId = new Map(annotations.map((one) => [one.id, { draft: one, links: [] as LinkDraft[] }]));
    const relations: AnnotationDraft[] = [];
    for (const link of links) {
      const from = this.#ends.get(link.from)?.annotation;
      const origin = from === undefined || from === null ? undefined : byId.get(from);
      const role = origin && this.#role(origin.draft.type, link.name);
      if (role === undefined) relations.push(this.#relation(link));
      else {
        const target = this.#target(link.to);
        const own = { format: formatName, id: link.guid, fields: {} };
        if (target) origin?.links.push({ role, target, origin: own });
      }
    }
    return [...[...byId.values()].map(({ draft, links: own }) => ({ ...draft, links: own })), ...relations];
  }

  /** The role that a link of Postil's fills, by its name: that of a type, the type of the annotation or one above it. */
  #role(type: TypeId, name: string): RoleId | undefined {
    if (!this.#parts.isOwn) return undefined;
    const { codebook, types } = this.#parts;
    for (let at = types.get(type); at; at = at.parent === null ? undefined : types.get(at.parent)) {
      const own = `${nameIn(at.names)}.`;
      if (name.startsWith(own) && name.length > own.length)
        return codebook.role(at.id, name.slice(own.length));
    }
    return undefined;
  }

  #relation(link: ProjectLink): AnnotationDraft {
    const { codebook, isOwn, notes, types } = this.#parts;
    // Namesakes are called by the GUIDs of their codes, which are the ids of their types here.
    const endsOf = ({ id, names }: TypeRecord): ReturnType<typeof relationEnds> =>
      relationEnds(id, link.name) ?? relationEnds(nameIn(names), link.name);
    const own = isOwn
      ? [...types.values()].find((type) => type.kind === 'relation' && endsOf(type) !== undefined)
      : undefined;
    const type = own?.id ?? codebook.type('relation', link.name);
    const names = (own && endsOf(own)) ?? (['from', 'to'] as const);
    const [from, to] = [codebook.role(type, names[0]), codebook.role(type, names[1])];
    const targets = [
      [from, link.from],
      [to, link.to],
    ] as const;
    return {
      ...plainAnnotation(link.guid, type, [], { format: formatName, id: link.guid, fields: {} }),
      note: notes.noteOf(link.element),
      links: targets.flatMap(([role, guid]) => {
        const target = this.#target(guid);
        return target ? [{ role, target, origin: null }] : [];
      }),
    };
  }

  #target(guid: string): LinkDraft['target'] | null {
    const end = this.#ends.get(guid);
    if (end?.annotation === null) {
      const span = this.#spanOf(guid);
      return span && { by: 'span', span };
    }
    if (end?.annotation === undefined) return null;
    return {
      by: 'annotation',
      annotation: end.annotation,
      document: end.document === this.#key ? null : end.document,
    };
  }
}
