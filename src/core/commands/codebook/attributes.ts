import type { Codebook } from '../../codebook/codebook';
import { fitValue } from '../../codebook/fit-value';
import { lookupIn } from '../../codebook/lookup';
import { planOf, type Plan } from '../../codebook/plan';
import { recast } from '../../codebook/recast';
import type { AttributeDomain, AttributeOwner, AttributeRecord, Choice } from '../../model/codebook';
import { problem, type Problem } from '../../problem';
import { fail, ok, type Result } from '../../result';
import { isInDomain } from '../../rules/attribute-domain';
import type { ChangeContext } from '../project-view';
import type { CodebookCommandOf } from './command';
import { hasName, placed } from './names';

const missing = (id: string) => fail(problem('record-missing', { record: 'attribute', id }));

const choicesOf = (domain: AttributeDomain): readonly Choice[] =>
  domain.kind === 'one-of' || domain.kind === 'several-of' ? domain.choices : [];

const isSameOwner = (a: AttributeOwner, b: AttributeOwner): boolean =>
  a.of === b.of && (a.of !== 'type' || (b.of === 'type' && a.type === b.type));

function faultOf(
  { id, names, domain, default: preset }: AttributeRecord,
  codebook: Codebook,
): Problem | null {
  if (!hasName(names)) return problem('codebook-name-missing');
  const values = choicesOf(domain).map(({ value }) => value);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) return problem('codebook-choice-twice', { value: twice });
  const hasTerm = (term: string): boolean =>
    codebook.terms.some((one) => one.id === term && one.attribute === id);
  return preset === null || isInDomain(domain, preset, hasTerm) ? null : problem('codebook-default-unfit');
}

const hasOwner = (owner: AttributeOwner, codebook: Codebook): boolean =>
  owner.of !== 'type' || codebook.types.some(({ id }) => id === owner.type);

/** Makes an attribute, the last one of its owner. */
export function createAttribute(
  command: CodebookCommandOf<'attribute.create'>,
  codebook: Codebook,
  context: ChangeContext,
): Result<Plan> {
  const { owner } = command;
  if (!hasOwner(owner, codebook))
    return fail(problem('type-missing', { id: owner.of === 'type' ? owner.type : '' }));
  const attribute: AttributeRecord = {
    record: 'attribute',
    id: context.newId(),
    owner,
    position: codebook.attributes.filter((other) => isSameOwner(other.owner, owner)).length,
    ...command.attribute,
    origin: null,
  };
  const fault = faultOf(attribute, codebook);
  return fault ? fail(fault) : ok(planOf({ ...codebook, attributes: [...codebook.attributes, attribute] }));
}

/** Changes an attribute. A default that is no value of it any more goes with the others. */
export function changeAttribute(
  command: CodebookCommandOf<'attribute.change'>,
  codebook: Codebook,
  context: ChangeContext,
): Result<Plan> {
  const before = lookupIn(codebook).attribute(command.attribute);
  if (!before) return missing(command.attribute);
  const replaced = new Map(command.values.map(({ from, to }) => [from, to]));
  const changed: AttributeRecord = { ...before, ...command.change };
  const own = codebook.terms.filter((term) => term.attribute === before.id);
  const { language = 'en' } = command;
  const { domain, terms, values } = recast(before, changed.domain, own, language, () => context.newId());
  for (const [from, to] of values) {
    const instead = replaced.get(from);
    if (instead !== null) replaced.set(from, instead === undefined ? to : (values.get(instead) ?? instead));
  }
  const others = codebook.terms.filter((term) => term.attribute !== before.id);
  return settled(
    { ...changed, domain },
    before,
    replaced,
    { codebook, terms: [...others, ...terms] },
    command.change.default === undefined,
  );
}

/** The plan for a changed attribute, with all terms that there are afterwards. */
function settled(
  changed: AttributeRecord,
  before: AttributeRecord,
  replaced: ReadonlyMap<string, string | null>,
  { codebook, terms }: { readonly codebook: Codebook; readonly terms: Codebook['terms'] },
  mayFitDefault: boolean,
): Result<Plan> {
  const hasTerm = (id: string): boolean =>
    terms.some((term) => term.id === id && term.attribute === changed.id);
  const termName = (id: string): string | null => codebook.terms.find((term) => term.id === id)?.name ?? null;
  const preset =
    mayFitDefault && before.default !== null
      ? fitValue(before.default, changed.domain, { replaced, hasTerm, termName })
      : changed.default;
  const attribute = { ...changed, default: preset };
  const attributes = codebook.attributes.map((other) => (other.id === attribute.id ? attribute : other));
  const after = { ...codebook, attributes, terms };
  const fault = faultOf(attribute, after);
  if (fault) return fail(fault);
  const values = new Map(replaced.size === 0 ? [] : [[attribute.id, replaced] as const]);
  return ok(planOf(after, { values }));
}

/** Puts an attribute elsewhere among those of its owner, or gives it to another. */
export function moveAttribute(
  command: CodebookCommandOf<'attribute.move'>,
  codebook: Codebook,
): Result<Plan> {
  const { owner, position } = command;
  const before = lookupIn(codebook).attribute(command.attribute);
  if (!before) return missing(command.attribute);
  if (!hasOwner(owner, codebook))
    return fail(problem('type-missing', { id: owner.of === 'type' ? owner.type : '' }));
  const moved = { ...before, owner };
  const own = placed(
    codebook.attributes.filter((other) => isSameOwner(other.owner, owner)),
    moved,
    position,
  );
  const byId = new Map(own.map((attribute) => [attribute.id, attribute]));
  const attributes = codebook.attributes.map((other) => byId.get(other.id) ?? other);
  return ok(planOf({ ...codebook, attributes }));
}

/** Takes an attribute out, with its values and its vocabulary. */
export function removeAttribute(
  command: CodebookCommandOf<'attribute.remove'>,
  codebook: Codebook,
): Result<Plan> {
  const { attribute: id } = command;
  if (!lookupIn(codebook).attribute(id)) return missing(id);
  return ok(
    planOf({
      ...codebook,
      attributes: codebook.attributes.filter((other) => other.id !== id),
      terms: codebook.terms.filter((term) => term.attribute !== id),
    }),
  );
}

/** Gives a choice another value, which everything that has it gets too. Its names stay. */
export function renameChoice(command: CodebookCommandOf<'choice.rename'>, codebook: Codebook): Result<Plan> {
  const before = lookupIn(codebook).attribute(command.attribute);
  if (!before) return missing(command.attribute);
  const { from, to } = command;
  const { domain } = before;
  if (domain.kind !== 'one-of' && domain.kind !== 'several-of')
    return fail(problem('codebook-choice-missing', { value: from }));
  if (!domain.choices.some(({ value }) => value === from))
    return fail(problem('codebook-choice-missing', { value: from }));
  const isMerge = domain.choices.some(({ value }) => value === to);
  const choices = isMerge
    ? domain.choices.filter(({ value }) => value !== from || from === to)
    : domain.choices.map((choice) => (choice.value === from ? { ...choice, value: to } : choice));
  const changed = { ...before, domain: { ...domain, choices } };
  return settled(changed, before, new Map([[from, to]]), { codebook, terms: codebook.terms }, true);
}
