import type {
  AttributeDomain,
  AttributeRecord,
  Choice,
  FillerRule,
  Localised,
  RoleRecord,
  TypeRecord,
} from '../model/codebook';
import { mayFill, type FindType } from '../rules/codebook-rules';
import { foldedName } from './folded-name';
import { choiceFor } from './match';

/** Texts with those of other languages that say something else. What is there stays as it is. */
function withOtherLanguages(mine: Localised, theirs: Localised): Localised {
  const said = new Set(Object.values(mine).map(foldedName));
  const more = Object.entries(theirs).filter(
    ([language, text]) => !(language in mine) && text !== '' && !said.has(foldedName(text)),
  );
  return more.length === 0 ? mine : { ...mine, ...Object.fromEntries(more) };
}

/** A type with the names and guidelines in other languages and the examples that another of the same meaning has. */
export const widenedType = (mine: TypeRecord, theirs: TypeRecord): TypeRecord => ({
  ...mine,
  names: withOtherLanguages(mine.names, theirs.names),
  guidelines: withOtherLanguages(mine.guidelines, theirs.guidelines),
  examples: [...new Set([...mine.examples, ...theirs.examples])],
});

/** What either of two rules takes. `find` knows the types of both. */
function widenedFillers(mine: FillerRule, theirs: FillerRule, find: FindType): FillerRule {
  const kinds = [...new Set([...mine.kinds, ...theirs.kinds])];
  const known: FillerRule = { ...mine, kinds };
  const types = theirs.types.filter((id) => !mayFill(known, 'annotation', id, find));
  return {
    kinds,
    types: [...mine.types, ...new Set(types)],
    entries: mine.entries || theirs.entries,
    spans: mine.spans || theirs.spans,
  };
}

/** A role that also takes what another of the same meaning does, and as much. How many it needs stays. */
export const widenedRole = (mine: RoleRecord, theirs: RoleRecord, find: FindType): RoleRecord => ({
  ...mine,
  names: withOtherLanguages(mine.names, theirs.names),
  max: mine.max === null || theirs.max === null ? null : Math.max(mine.max, theirs.max),
  fillers: widenedFillers(mine.fillers, theirs.fillers, find),
  acrossDocuments: mine.acrossDocuments || theirs.acrossDocuments,
});

/** The choice of a domain that another choice stands for, by its value or any of its names. */
const sameChoice = (domain: AttributeDomain, { value, names }: Choice): string | undefined =>
  choiceFor(domain, value) ??
  Object.values(names)
    .map((name) => choiceFor(domain, name))
    .find((found) => found !== undefined);

/** The values of one domain's choices that another writes otherwise, with what stands for them there. */
export const renamedChoices = (own: AttributeDomain, other: AttributeDomain): ReadonlyMap<string, string> =>
  new Map(
    ('choices' in own ? own.choices : []).flatMap((choice): [string, string][] => {
      const same = sameChoice(other, choice);
      return same === undefined || same === choice.value ? [] : [[choice.value, same]];
    }),
  );

/** A domain with the choices of another of its sort; one of another sort adds nothing. */
export function widenedDomain(mine: AttributeDomain, theirs: AttributeDomain): AttributeDomain {
  if (!('choices' in mine) || !('choices' in theirs)) return mine;
  const same = new Map(theirs.choices.map((choice) => [choice, sameChoice(mine, choice)]));
  const named = mine.choices.map((choice) => {
    const others = theirs.choices.filter((other) => same.get(other) === choice.value);
    return {
      ...choice,
      names: others.reduce((names, other) => withOtherLanguages(names, other.names), choice.names),
    };
  });
  return {
    ...mine,
    choices: [...named, ...theirs.choices.filter((choice) => same.get(choice) === undefined)],
  };
}

/** An attribute with the choices of another of the same meaning. Whether it is required stays, and its default. */
export const widenedAttribute = (mine: AttributeRecord, theirs: AttributeRecord): AttributeRecord => ({
  ...mine,
  names: withOtherLanguages(mine.names, theirs.names),
  domain: widenedDomain(mine.domain, theirs.domain),
});
