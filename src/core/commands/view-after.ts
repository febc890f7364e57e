import type { Codebook } from '../codebook/codebook';
import type { Diff } from '../diff';
import type { AnnotationId, LinkId } from '../ids';
import type { LinkRecord } from '../model/annotation';
import type { AnyRecord, Records } from '../model/records';
import type { ProjectView } from './project-view';

const keyOf = ({ record, id }: AnyRecord): string => `${record} ${id}`;

/** The annotations that a link concerns: the one that has it, and the one that it leads to. */
const endsOf = ({ annotation, target }: LinkRecord): AnnotationId[] =>
  target.by === 'annotation' ? [annotation, target.annotation] : [annotation];

/**
 * The project as it will be after diffs that are worked out one upon the other. It knows what becomes of records and
 * of the links between annotations, and the codebook as a whole; what is asked by type or entry is as it was.
 */
export class ProjectAfter {
  /** Records as the diffs leave them; null where they are gone. */
  readonly #left = new Map<string, AnyRecord | null>();
  readonly #linksAt = new Map<AnnotationId, Set<LinkId>>();
  readonly view: ProjectView;

  constructor(view: ProjectView, diff: Diff) {
    this.view = {
      ...view,
      find: (name, id) => this.#current(name, id, () => view.find(name, id)),
      rolesOf: (type) =>
        view.rolesOf(type).flatMap((role) => this.#current('role', role.id, () => role) ?? []),
      attributesOf: (type) =>
        view
          .attributesOf(type)
          .flatMap((attribute) => this.#current('attribute', attribute.id, () => attribute) ?? []),
      codebook: () => this.#codebook(view.codebook()),
      latestVersion: () => this.#version() ?? view.latestVersion(),
      linksOf: (annotation) => {
        const before = new Map(view.linksOf(annotation).map((link) => [link.id, link]));
        return [...new Set([...before.keys(), ...(this.#linksAt.get(annotation) ?? [])])]
          .flatMap((id) => this.#current('link', id, () => before.get(id)) ?? [])
          .filter((link) => endsOf(link).includes(annotation));
      },
    };
    this.apply(diff);
  }

  apply({ added, updated, removed }: Diff): void {
    for (const record of [...added, ...updated.map(([, after]) => after)]) {
      this.#left.set(keyOf(record), record);
      if (record.record !== 'link') continue;
      for (const end of endsOf(record))
        this.#linksAt.set(end, (this.#linksAt.get(end) ?? new Set()).add(record.id));
    }
    for (const record of removed) this.#left.set(keyOf(record), null);
  }

  #current<Name extends keyof Records>(
    name: Name,
    id: Records[Name]['id'],
    before: () => Records[Name] | undefined,
  ): Records[Name] | undefined {
    const left = this.#left.get(`${name} ${id}`);
    return left === undefined ? before() : ((left ?? undefined) as Records[Name] | undefined);
  }

  #codebook({ types, roles, attributes, terms }: Codebook): Codebook {
    return {
      types: this.#all('type', types),
      roles: this.#all('role', roles),
      attributes: this.#all('attribute', attributes),
      terms: this.#all('term', terms),
    };
  }

  #all<Name extends 'type' | 'role' | 'attribute' | 'term'>(
    name: Name,
    before: readonly Records[Name][],
  ): Records[Name][] {
    const all = new Map(before.map((record) => [keyOf(record), record]));
    for (const [key, record] of this.#left)
      if (record?.record === name) all.set(key, record as Records[Name]);
      else if (record === null) all.delete(key);
    return [...all.values()];
  }

  #version(): Records['version'] | undefined {
    return [...this.#left.values()].find((record) => record?.record === 'version');
  }
}
