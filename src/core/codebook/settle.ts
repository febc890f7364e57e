import type { ChangeContext, ProjectView } from '../commands/project-view';
import type { Diff, Update } from '../diff';
import type { AnnotationId, TypeId } from '../ids';
import type { AnnotationRecord, EntryRecord, LinkRecord } from '../model/annotation';
import { type AnyRecord, recordKey } from '../model/records';
import { mayFill } from '../rules/codebook-rules';
import { update } from '../commands/build';
import { affectedBy, type Affected } from './affected';
import type { Codebook } from './codebook';
import { lookupIn, type Lookup } from './lookup';
import type { Plan } from './plan';
import { settledValues } from './settle-values';
import { settleLinks, type LinkContext } from './settle-links';

const byRole = (a: LinkRecord, b: LinkRecord): number =>
  a.position - b.position || (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * Everything that follows from a change of the codebook for what was coded under the one before: annotations get
 * another type or go, values and links move, are fitted or go. Nothing that is left breaks a rule of the codebook
 * that is to be.
 */
export function settle(before: Codebook, plan: Plan, view: ProjectView, context: ChangeContext): Diff {
  return new Settling(before, plan, view, context).diff();
}

/** One such settlement. */
class Settling {
  readonly #now: Lookup;
  readonly #then: Lookup;
  readonly #plan: Plan;
  readonly #view: ProjectView;
  readonly #context: ChangeContext;
  readonly #affected: Affected;
  readonly #annotations = new Map<AnnotationId, AnnotationRecord>();
  readonly #links = new Map<LinkRecord['id'], LinkRecord>();
  /** Annotations that get another type, or null where they go. */
  readonly #types = new Map<AnnotationId, TypeId | null>();

  constructor(before: Codebook, plan: Plan, view: ProjectView, context: ChangeContext) {
    this.#now = lookupIn(before);
    this.#then = lookupIn(plan.after);
    this.#plan = plan;
    this.#view = view;
    this.#context = context;
    this.#affected = affectedBy(before, this.#now, this.#then, plan);
  }

  diff(): Diff {
    const { types, roles, attributes } = this.#affected;
    const carriers = [...attributes].flatMap((id) => this.#view.valuedWith(id));
    const retyped = this.#view.annotationsOfTypes([...types]);
    for (const annotation of retyped) {
      this.#add(annotation);
      const to = this.#plan.retyped.get(annotation.type);
      if (to !== undefined) this.#types.set(annotation.id, to);
    }
    for (const record of carriers) if (record.record === 'annotation') this.#add(record);
    const roleLinks = this.#view.linksOfRoles([...roles]);
    this.#retypeFillers(roleLinks);
    for (const link of roleLinks) this.#links.set(link.id, link);
    for (const link of this.#view.linksOfTypes([...types])) this.#links.set(link.id, link);
    const ofTypes = new Set(retyped.map(({ id }) => id));
    for (const id of this.#types.keys()) if (!ofTypes.has(id)) this.#addLinksOf(id);

    const links = this.#settleLinks();
    const entries = new Map<string, EntryRecord>();
    for (const entry of this.#view.entriesOfTypes([...types])) entries.set(entry.id, entry);
    for (const record of carriers) if (record.record === 'entry') entries.set(record.id, record);
    const updated: (Update | null)[] = [
      ...[...this.#annotations.values()].map((annotation) => this.#settleAnnotation(annotation)),
      ...[...entries.values()].map((entry) => this.#settleEntry(entry)),
      ...distinct(carriers).map((record) =>
        record.record === 'document'
          ? update(record, { attributes: this.#values(record.attributes, { record: 'document' }) })
          : null,
      ),
    ];
    const gone = [...this.#annotations.values()].filter(({ id }) => this.#typeOf(id) === null);
    return {
      added: [],
      updated: [...updated.filter((pair) => pair !== null), ...links.updated],
      removed: [...gone, ...links.removed],
    };
  }

  #add(annotation: AnnotationRecord): void {
    this.#annotations.set(annotation.id, annotation);
  }

  #find(id: AnnotationId): AnnotationRecord | undefined {
    return this.#annotations.get(id) ?? this.#view.find('annotation', id);
  }

  #typeOf(id: AnnotationId): TypeId | null {
    const wanted = this.#types.get(id);
    return wanted === undefined ? (this.#find(id)?.type ?? null) : wanted;
  }

  #addLinksOf(id: AnnotationId): void {
    for (const link of this.#view.linksOf(id)) this.#links.set(link.id, link);
  }

  /** Gives those that may no longer fill a role the type that was wished for, if that may. */
  #retypeFillers(links: readonly LinkRecord[]): void {
    const to = this.#plan.fillersTo;
    if (to === null) return;
    for (const { role: id, target } of links) {
      const role = this.#then.role(id);
      if (!role || target.by !== 'annotation') continue;
      const filler = this.#find(target.annotation);
      const takes = (type: TypeId | null): boolean =>
        mayFill(role.fillers, 'annotation', type, this.#then.type);
      if (!filler || takes(this.#typeOf(filler.id)) || !takes(to)) continue;
      this.#add(filler);
      this.#types.set(filler.id, to);
    }
  }

  /** Settles links until no relation loses an end any more: what loses one goes, with its own links. */
  #settleLinks(): Pick<Diff, 'updated' | 'removed'> {
    const context: LinkContext = {
      now: this.#now,
      then: this.#then,
      plan: this.#plan,
      annotation: (id) => this.#find(id),
      typeOf: (id) => this.#typeOf(id),
      linksFrom: (id) => this.#view.linksOf(id).filter(({ annotation }) => annotation === id),
    };
    for (;;) {
      const { updated, removed, broken } = settleLinks([...this.#links.values()].sort(byRole), context);
      if (broken.size === 0) return { updated, removed };
      for (const id of broken) {
        const relation = this.#find(id);
        if (relation) this.#add(relation);
        this.#types.set(id, null);
        this.#addLinksOf(id);
      }
    }
  }

  #values(values: AnnotationRecord['attributes'], carrier: Parameters<typeof settledValues>[1]) {
    return settledValues(values, carrier, this.#now, this.#then, this.#plan);
  }

  #settleAnnotation(annotation: AnnotationRecord): Update | null {
    const type = this.#typeOf(annotation.id);
    if (type === null) return null;
    const kind = this.#then.type(type)?.kind;
    const entry = annotation.entry && this.#view.find('entry', annotation.entry)?.kind === kind;
    return update(
      annotation,
      {
        type,
        entry: entry ? annotation.entry : null,
        attributes: this.#values(annotation.attributes, { record: 'annotation', type }),
      },
      { modifiedAt: this.#context.now },
    );
  }

  #settleEntry(entry: EntryRecord): Update | null {
    const wanted = entry.type === null ? null : (this.#plan.retyped.get(entry.type) ?? entry.type);
    const type = wanted !== null && this.#then.type(wanted)?.kind === entry.kind ? wanted : null;
    return update(entry, { type, attributes: this.#values(entry.attributes, { record: 'entry', type }) });
  }
}

function distinct<Item extends AnyRecord>(records: readonly Item[]): Item[] {
  return [...new Map(records.map((record) => [recordKey(record), record])).values()];
}
