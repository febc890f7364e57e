import { type Diff, joined, type Update } from '../diff';
import type { AttributeId, TermId } from '../ids';
import { versionDiff } from '../codebook/keep-version';
import type { AttributeRecord, TermRecord } from '../model/codebook';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import type { CommandOf } from './annotations';
import { collect, update } from './build';
import type { ChangeContext, ProjectView } from './project-view';
import { findAttribute, setValue, withValue } from './values';

function findTerm(view: ProjectView, id: TermId): Result<TermRecord> {
  const found = view.find('term', id);
  return found ? ok(found) : fail(problem('record-missing', { record: 'term', id }));
}

const plain = (name: string): string => name.trim().toLocaleLowerCase().replaceAll('ё', 'е');

/** Whether a vocabulary has a term of this name already, whatever its capitals. */
const isTaken = (view: ProjectView, attribute: AttributeId, name: string, but: TermId | null): boolean =>
  view.termsOf(attribute).some((term) => term.id !== but && plain(term.name) === plain(name));

/** Adds a term to a vocabulary, and gives it to records where that is asked for. */
export function createTerm(
  { attribute, term: name, parent, for: target }: CommandOf<'term.create'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const found = findAttribute(view, attribute);
  if (!found.ok) return found;
  if (found.value.domain.kind !== 'vocabulary') return fail(problem('value-refused', { attribute }));
  if (isTaken(view, attribute, name, null)) return fail(problem('term-taken', { name: name.trim() }));
  if (parent !== null && view.find('term', parent)?.attribute !== attribute)
    return fail(problem('term-elsewhere'));
  const term: TermRecord = {
    record: 'term',
    id: context.newId(),
    attribute,
    parent,
    name: name.trim(),
    origin: null,
  };
  if (target === null) return ok({ added: [term], updated: [], removed: [] });
  const given = setValue(
    { name: 'value.set', target, attribute, value: term.id },
    withTerm(view, term),
    context,
  );
  return given.ok ? ok({ ...given.value, added: [term] }) : given;
}

/** The project as it will be with one term more. */
const withTerm = (view: ProjectView, term: TermRecord): ProjectView => ({
  ...view,
  find: ((name, id) =>
    name === 'term' && id === term.id ? term : view.find(name, id)) as ProjectView['find'],
});

/** Gives a term another name, which no other term of its vocabulary may have. */
export function renameTerm({ term: id, to }: CommandOf<'term.rename'>, view: ProjectView): Result<Diff> {
  const term = findTerm(view, id);
  if (!term.ok) return term;
  if (isTaken(view, term.value.attribute, to, id)) return fail(problem('term-taken', { name: to.trim() }));
  const change = update(term.value, { name: to.trim() });
  return ok({ added: [], updated: change ? [change] : [], removed: [] });
}

/** Whether a term is another one or stands above it. */
function isAbove(view: ProjectView, above: TermId, below: TermId): boolean {
  const seen = new Set<TermId>();
  for (let id: TermId | null = below; id !== null && !seen.has(id);) {
    if (id === above) return true;
    seen.add(id);
    id = view.find('term', id)?.parent ?? null;
  }
  return false;
}

/** Puts terms below another one of their vocabulary, or at the top. No term comes to stand below itself. */
export function moveTerms({ terms, parent }: CommandOf<'term.move'>, view: ProjectView): Result<Diff> {
  const above = parent === null ? null : findTerm(view, parent);
  if (above && !above.ok) return above;
  const changes = collect([...new Set(terms)], (id) => {
    const term = findTerm(view, id);
    if (!term.ok) return term;
    if (above && above.value.attribute !== term.value.attribute) return fail(problem('term-elsewhere'));
    if (parent !== null && isAbove(view, id, parent)) return fail(problem('term-cycle'));
    return ok(update(term.value, { parent }));
  });
  return changes.ok
    ? ok({ added: [], updated: changes.value.filter((pair) => pair !== null), removed: [] })
    : changes;
}

/** Makes terms one with another: every value that is one of them becomes that one, and what stood below them follows. */
export function mergeTerms(
  { terms, into }: CommandOf<'term.merge'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const kept = findTerm(view, into);
  if (!kept.ok) return kept;
  const gone = collect(
    [...new Set(terms)].filter((id) => id !== into),
    (id) => findTerm(view, id),
  );
  if (!gone.ok) return gone;
  if (gone.value.some(({ attribute }) => attribute !== kept.value.attribute))
    return fail(problem('term-elsewhere'));
  return ok(without(gone.value, into, view, context));
}

/** What has values. */
const carrierNames: ReadonlySet<string> = new Set(['annotation', 'entry', 'document']);

/**
 * Takes terms out of their vocabulary. What stood below them moves up. Where they are values, that is refused with the
 * number of places, or the values go with them.
 */
export function removeTerms(
  { terms, uses }: CommandOf<'term.remove'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const gone = collect([...new Set(terms)], (id) => findTerm(view, id));
  if (!gone.ok) return gone;
  const diff = without(gone.value, null, view, context);
  const used = diff.updated.filter(([{ record }]) => carrierNames.has(record)).length;
  return uses === 'refuse' && used > 0 ? fail(problem('term-used', { count: used })) : ok(diff);
}

/** The terms gone, with another one, or nothing, in the place of each value; and with it in that of defaults. */
function without(
  terms: readonly TermRecord[],
  instead: TermId | null,
  view: ProjectView,
  context: ChangeContext,
): Diff {
  const gone = new Map(terms.map((term) => [term.id, term]));
  /** The nearest term above that stays. */
  const parentOf = (term: TermRecord): TermId | null => {
    let parent = term.parent;
    const seen = new Set<TermId>();
    while (parent !== null && gone.has(parent) && !seen.has(parent)) {
      seen.add(parent);
      parent = gone.get(parent)?.parent ?? null;
    }
    return parent !== null && gone.has(parent) ? null : parent;
  };
  const updated: Update[] = [];
  const defaults: AttributeRecord[] = [];
  for (const attribute of new Set(terms.map((term) => term.attribute))) {
    for (const term of view.termsOf(attribute)) {
      if (gone.has(term.id) || term.parent === null || !gone.has(term.parent)) continue;
      // What stood below a merged term stands below the one that stays, unless that is it itself or leads back to it.
      const wanted = instead !== null && !isAbove(view, term.id, instead) ? instead : parentOf(term);
      const change = update(term, { parent: wanted });
      if (change) updated.push(change);
    }
    const owner = view.find('attribute', attribute);
    if (owner && terms.some(({ id }) => id === owner.default)) {
      updated.push([owner, { ...owner, default: instead }]);
      defaults.push({ ...owner, default: instead });
    }
  }
  for (const term of terms)
    for (const carrier of view.carriersOf(term)) {
      const change = withValue(carrier, term.attribute, instead, context);
      if (change) updated.push(change);
    }
  const diff: Diff = { added: [], updated, removed: terms };
  return defaults.length === 0 ? diff : withVersion(diff, defaults, view, context);
}

/** The diff with the version of the codebook that other defaults make. */
function withVersion(
  diff: Diff,
  defaults: readonly AttributeRecord[],
  view: ProjectView,
  context: ChangeContext,
): Diff {
  const codebook = view.codebook();
  const attributes = codebook.attributes.map(
    (attribute) => defaults.find(({ id }) => id === attribute.id) ?? attribute,
  );
  const updated = defaults.flatMap((after): Update[] => {
    const before = view.find('attribute', after.id);
    return before ? [[before, after]] : [];
  });
  const version = versionDiff(
    { ...codebook, attributes },
    { added: [], updated, removed: [] },
    view,
    context,
  );
  return joined(diff, version);
}
