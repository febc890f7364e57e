import { versionDiff } from '../codebook/keep-version';
import type { ChangeContext, ProjectView } from '../commands/project-view';
import { joined, updateOf, type Diff } from '../diff';
import type { AttributeRecord, AttributeValues } from '../model/codebook';
import {
  findReferred,
  recordKey,
  recordRanks,
  referenceTo,
  type AnyRecord,
  type FindRecord,
  type RecordReference,
  type Records,
} from '../model/records';
import { problem, type Problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { isInDomain } from '../rules/attribute-domain';
import { mayCarry, type Carrier } from '../rules/codebook-rules';
import { rebase } from './rebase';

/** A diff that brings parts of the codebook back, with the version of the codebook that it makes. */
export function withVersion(diff: Diff, view: ProjectView, context: ChangeContext): Diff {
  const before = view.codebook();
  const back = <Name extends 'type' | 'role' | 'attribute'>(name: Name): readonly Records[Name][] =>
    diff.added.filter((record): record is Records[Name] => record.record === name);
  const book = {
    types: [...before.types, ...back('type')],
    roles: [...before.roles, ...back('role')],
    attributes: [...before.attributes, ...back('attribute')],
    terms: before.terms,
  };
  const added = [...back('type'), ...back('role'), ...back('attribute')];
  const version = versionDiff(book, { added, updated: [], removed: [] }, view, context);
  return joined(diff, version);
}

const byRank = (a: AnyRecord, b: AnyRecord): number => recordRanks[a.record] - recordRanks[b.record];

/**
 * The diff that brings records back that were removed, with what went together with them: a document's annotations,
 * a type's roles and attributes, the links from and to an annotation or an entry, relations that lost an end by it, and
 * the references to it that the same change emptied. `removals` are the changes that removed them. What belongs to a chosen record but has lost
 * another end since is left out; what a chosen record cannot be without is a problem, `restore-incomplete`.
 */
export function restorationOf(
  chosen: readonly AnyRecord[],
  removals: readonly Diff[],
  find: FindRecord,
): Result<Diff> {
  const removed = removals.flatMap((diff) => diff.removed).sort(byRank);
  const wanted = withWhatWentAlong(chosen, removed);

  const restored = new Map<string, AnyRecord>();
  const findThen: FindRecord = (name, id) =>
    (restored.get(recordKey({ record: name, id })) as Records[typeof name] | undefined) ?? find(name, id);
  const isChosen = new Set(chosen.map(recordKey));
  for (const record of [...wanted.values()].sort(byRank)) {
    if (findReferred(find, record)) continue;
    // A parent of the same kind may come later in the list: it counts as there from the beginning.
    const isThere = (reference: RecordReference): boolean =>
      wanted.has(recordKey(reference)) || findReferred(findThen, reference) !== undefined;
    const missing = needsOf(record).find((reference) => findReferred(findThen, reference) === undefined);
    if (!missing) restored.set(recordKey(record), trimmed(record, isThere, findThen));
    else if (isChosen.has(recordKey(record))) return fail(incomplete(record, missing));
  }
  const updated = emptiedReferences(removals, wanted, findThen);
  return ok({ added: [...restored.values()], updated, removed: [] });
}

/** The chosen records and those of the removed ones that went because they did, by their keys. */
function withWhatWentAlong(
  chosen: readonly AnyRecord[],
  removed: readonly AnyRecord[],
): ReadonlyMap<string, AnyRecord> {
  const wanted = new Map(chosen.map((record) => [recordKey(record), record]));
  const claim = (): void => {
    for (const record of removed)
      if (ownersOf(record).some((owner) => wanted.has(recordKey(owner))))
        wanted.set(recordKey(record), record);
  };
  claim();
  const relations = new Map(
    removed.flatMap((record) =>
      record.record === 'annotation' && record.fragments.length === 0 ? [[record.id, record]] : [],
    ),
  );
  // The link to a restored end leads to the relation, whose other links come back with it.
  for (const record of [...wanted.values()]) {
    const relation = record.record === 'link' ? relations.get(record.annotation) : undefined;
    if (relation) wanted.set(recordKey(relation), relation);
  }
  claim();
  return wanted;
}

const incomplete = ({ record, id }: AnyRecord, missing: RecordReference): Problem =>
  problem('restore-incomplete', { record, id, missing: missing.record, missingId: missing.id });

/** The records together with which one goes, and comes back. */
function ownersOf(record: AnyRecord): readonly RecordReference[] {
  switch (record.record) {
    case 'link': {
      const { target } = record;
      const own: readonly RecordReference[] = [
        referenceTo('role', record.role),
        referenceTo('annotation', record.annotation),
      ];
      if (target.by === 'annotation') return [...own, referenceTo('annotation', target.annotation)];
      return target.by === 'entry' ? [...own, referenceTo('entry', target.entry)] : own;
    }
    case 'role':
      return [referenceTo('type', record.type)];
    case 'attribute':
      return record.owner.of === 'type' ? [referenceTo('type', record.owner.type)] : [];
    case 'term':
      return [referenceTo('attribute', record.attribute)];
    case 'annotation':
      return [referenceTo('document', record.document), referenceTo('type', record.type)];
    case 'segmentation':
      return [referenceTo('document', record.document)];
    default:
      return [];
  }
}

/** The records that one cannot be without. */
const needsOf = (record: AnyRecord): readonly RecordReference[] =>
  record.record === 'annotation'
    ? [...ownersOf(record), referenceTo('coder', record.coder)]
    : ownersOf(record);

/** A record without what it can be without and what is no longer there. */
function trimmed(
  record: AnyRecord,
  isThere: (reference: RecordReference) => boolean,
  find: FindRecord,
): AnyRecord {
  const orNull = <Id extends string>(name: 'type' | 'term' | 'entry', id: Id | null): Id | null =>
    id !== null && isThere({ record: name, id }) ? id : null;
  switch (record.record) {
    case 'type':
      return { ...record, parent: orNull('type', record.parent) };
    case 'role': {
      const types = record.fillers.types.filter((type) => isThere(referenceTo('type', type)));
      return { ...record, fillers: { ...record.fillers, types } };
    }
    case 'term':
      return { ...record, parent: orNull('term', record.parent) };
    case 'entry': {
      const type = orNull('type', record.type);
      const attributes = valuesThatFit(record.attributes, { record: 'entry', type }, find);
      return { ...record, type, place: orNull('entry', record.place), attributes };
    }
    case 'document':
      return { ...record, attributes: valuesThatFit(record.attributes, { record: 'document' }, find) };
    case 'annotation': {
      const carrier = { record: 'annotation', type: record.type } as const;
      const attributes = valuesThatFit(record.attributes, carrier, find);
      return { ...record, entry: orNull('entry', record.entry), attributes };
    }
    default:
      return record;
  }
}

function valuesThatFit(values: AttributeValues, carrier: Carrier, find: FindRecord): AttributeValues {
  const fits = ([id, value]: readonly [string, AttributeValues[string]]): boolean => {
    const attribute = find('attribute', id as AttributeRecord['id']);
    if (!attribute || !mayCarry(carrier, attribute.owner, (type) => find('type', type))) return false;
    return isInDomain(
      attribute.domain,
      value,
      (term) => find('term', term as Records['term']['id'])?.attribute === id,
    );
  };
  return Object.fromEntries(Object.entries(values).filter(fits));
}

/**
 * What the removals did to records that stay, taken back where those referred to something that is restored, and
 * where nobody has given them anything else since.
 */
function emptiedReferences(
  removals: readonly Diff[],
  wanted: ReadonlyMap<string, AnyRecord>,
  find: FindRecord,
): Diff['updated'] {
  const ids: ReadonlySet<string> = new Set([...wanted.values()].map(({ id }) => id));
  const refersToWanted = (record: AnyRecord): boolean => mentions({ ...record, id: null }, ids);
  return (
    removals
      .flatMap((diff) => diff.updated)
      // Versions of the codebook are kept anew.
      .filter(([, { record }]) => record !== 'version')
      .filter(([before, after]) => refersToWanted(before) && !refersToWanted(after))
      .flatMap(([before, after]) => {
        const back: Diff = { added: [], updated: [updateOf(after, before)], removed: [] };
        const rebased = rebase(back, (record) => findReferred(find, record));
        return rebased.ok ? rebased.value.updated : [];
      })
  );
}

/** Whether a value has one of these ids anywhere in it, as a value or as the name of a field. */
function mentions(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => ids.has(key) || mentions(inner, ids));
}
