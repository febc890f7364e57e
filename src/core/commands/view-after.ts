import type { Codebook } from '../codebook/codebook';
import type { Diff } from '../diff';
import type { AnnotationId, AttributeId, LinkId, RoleId, TypeId } from '../ids';
import { annotationsAt } from '../model/annotation';
import { recordKey, type AnyRecord, type Records } from '../model/records';
import type { ProjectView } from './project-view';

function file<Key, Id>(ids: Map<Key, Set<Id>>, key: Key, id: Id): void {
  const filed = ids.get(key);
  if (filed) filed.add(id);
  else ids.set(key, new Set([id]));
}

/**
 * The project as it will be after diffs that are worked out one upon the other. It knows what becomes of records and
 * of the links between annotations, and the codebook; what else is asked by type or entry is as it was.
 */
export class ProjectAfter {
  /** Records as the diffs leave them; null where they are gone. */
  readonly #left = new Map<string, AnyRecord | null>();
  readonly #linksAt = new Map<AnnotationId, Set<LinkId>>();
  readonly #rolesOf = new Map<TypeId, Set<RoleId>>();
  readonly #attributesOf = new Map<TypeId, Set<AttributeId>>();
  readonly view: ProjectView;

  constructor(view: ProjectView, diff: Diff) {
    this.view = {
      ...view,
      find: (name, id) => this.#current(name, id, () => view.find(name, id)),
      rolesOf: (type) => this.#among('role', view.rolesOf(type), this.#rolesOf.get(type)),
      attributesOf: (type) => this.#among('attribute', view.attributesOf(type), this.#attributesOf.get(type)),
      codebook: () => this.#codebook(view.codebook()),
      latestVersion: () => this.#version() ?? view.latestVersion(),
      linksOf: (annotation) => {
        const links = this.#among('link', view.linksOf(annotation), this.#linksAt.get(annotation));
        return links.filter((link) => annotationsAt(link).includes(annotation));
      },
    };
    this.apply(diff);
  }

  apply({ added, updated, removed }: Diff): void {
    for (const record of [...added, ...updated.map(([, after]) => after)]) {
      this.#left.set(recordKey(record), record);
      if (record.record === 'link')
        for (const end of annotationsAt(record)) file(this.#linksAt, end, record.id);
      if (record.record === 'role') file(this.#rolesOf, record.type, record.id);
      if (record.record === 'attribute' && record.owner.of === 'type')
        file(this.#attributesOf, record.owner.type, record.id);
    }
    for (const record of removed) this.#left.set(recordKey(record), null);
  }

  #current<Name extends keyof Records>(
    name: Name,
    id: Records[Name]['id'],
    before: () => Records[Name] | undefined,
  ): Records[Name] | undefined {
    const left = this.#left.get(recordKey({ record: name, id }));
    return left === undefined ? before() : ((left ?? undefined) as Records[Name] | undefined);
  }

  /** Records that were there before, and others by their ids, as the diffs leave them. */
  #among<Name extends 'role' | 'attribute' | 'link'>(
    name: Name,
    before: readonly Records[Name][],
    others: Iterable<Records[Name]['id']> = [],
  ): Records[Name][] {
    const known = new Map<Records[Name]['id'], Records[Name]>(before.map((record) => [record.id, record]));
    return [...new Set([...known.keys(), ...others])].flatMap(
      (id) => this.#current(name, id, () => known.get(id)) ?? [],
    );
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
    const all = new Map(before.map((record) => [recordKey(record), record]));
    for (const [key, record] of this.#left)
      if (record?.record === name) all.set(key, record as Records[Name]);
      else if (record === null) all.delete(key);
    return [...all.values()];
  }

  #version(): Records['version'] | undefined {
    return [...this.#left.values()].find((record) => record?.record === 'version');
  }
}
