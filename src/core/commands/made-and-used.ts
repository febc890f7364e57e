import { joined } from '../codebook/book-diff';
import type { Diff } from '../diff';
import type { TypeId } from '../ids';
import type { AnyRecord, Records } from '../model/records';
import { problem } from '../problem';
import { fail, type Result } from '../result';
import { createAnnotations, type CommandOf } from './annotations';
import { decideCodebook } from './codebook/decide';
import type { ChangeContext, ProjectView } from './project-view';
import { retypeAnnotations } from './retype';
import { findAttribute, setValue } from './values';

/** Makes a type and uses it at once, in one change. */
export function createAndUseType(
  { use, ...command }: CommandOf<'type.create'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const made = decideCodebook(command, view, context);
  if (!made.ok || !use) return made;
  const known = new Set(view.codebook().types.map(({ id }) => id));
  const type = made.value.added.find((record) => record.record === 'type' && !known.has(record.id));
  if (!type) return made;
  const after = viewAfter(made.value, view);
  const id = type.id as TypeId;
  const used =
    use.by === 'tagging'
      ? createAnnotations(
          { name: 'annotation.create', annotations: [{ ...use.annotation, type: id }] },
          after,
          context,
        )
      : retypeAnnotations(
          { name: 'annotation.retype', annotations: use.annotations, type: id },
          after,
          context,
        );
  return used.ok ? { ok: true, value: joined(made.value, used.value) } : used;
}

/** Adds a choice to an attribute and gives it to records, in one change. */
export function addChoice(
  { attribute: id, choice, for: target }: CommandOf<'choice.add'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const attribute = findAttribute(view, id);
  if (!attribute.ok) return attribute;
  const { domain } = attribute.value;
  if (domain.kind !== 'one-of' && domain.kind !== 'several-of')
    return fail(problem('value-refused', { attribute: id }));
  const change = { domain: { ...domain, choices: [...domain.choices, choice] } };
  const made = decideCodebook({ name: 'attribute.change', attribute: id, change, values: [] }, view, context);
  if (!made.ok) return made;
  const value = domain.kind === 'one-of' ? choice.value : [choice.value];
  const given = setValue(
    { name: 'value.set', target, attribute: id, value },
    viewAfter(made.value, view),
    context,
  );
  return given.ok ? { ok: true, value: joined(made.value, given.value) } : given;
}

/** The project as it will be once a codebook has more in it. */
function viewAfter({ added, updated }: Diff, view: ProjectView): ProjectView {
  const left = new Map<string, AnyRecord>();
  for (const record of [...added, ...updated.map(([, after]) => after)])
    left.set(`${record.record} ${record.id}`, record);
  const all = <Name extends Records[keyof Records]['record']>(name: Name): Records[Name][] =>
    [...left.values()].filter((record): record is Records[Name] => record.record === name);
  const known = <One extends AnyRecord>(records: readonly One[]): One[] =>
    records.map((record) => (left.get(`${record.record} ${record.id}`) as One | undefined) ?? record);
  return {
    ...view,
    find: ((name, id) => left.get(`${name} ${id}`) ?? view.find(name, id)) as ProjectView['find'],
    attributesOf: (type) => known(view.attributesOf(type)),
    latestVersion: () => all('version')[0] ?? view.latestVersion(),
  };
}
