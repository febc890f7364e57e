import type { AttributeId } from '../ids';
import type { AttributeRecord, AttributeValue, AttributeValues } from '../model/codebook';
import { mayCarry, type Carrier } from '../rules/codebook-rules';
import { areNamesakes } from '../rules/namesakes';
import { fitValue, type ValueFitting } from './fit-value';
import type { Lookup } from './lookup';
import type { Plan } from './plan';

/**
 * The values that a record keeps under the codebook that is to be. One whose attribute it no longer has goes to the
 * attribute of the same name there, if the value fits that; else it goes.
 */
export function settledValues(
  values: AttributeValues,
  carrier: Carrier,
  now: Lookup,
  then: Lookup,
  plan: Plan,
): AttributeValues {
  const settled: Record<string, AttributeValue> = {};
  const homeless: [AttributeRecord, AttributeValue][] = [];
  for (const [id, value] of Object.entries(values)) {
    const before = now.attribute(id as AttributeId);
    const after = then.attribute(id as AttributeId);
    if (after && mayCarry(carrier, after.owner, then.type)) {
      const kept = fitValue(value, after.domain, fittingFor(after, now, then, plan));
      if (kept !== null) settled[id] = kept;
    } else if (before) homeless.push([before, value]);
  }
  const type = carrier.record === 'document' ? null : carrier.type;
  if (type === null || homeless.length === 0) return settled;
  for (const [before, value] of homeless) {
    const home = then
      .attributesOf(type)
      .find((attribute) => areNamesakes(attribute, before) && !(attribute.id in settled));
    const moved =
      home && fitValue(inOwnTerms(value, home, now, then), home.domain, fittingFor(home, now, then, plan));
    if (home && moved !== null && moved !== undefined) settled[home.id] = moved;
  }
  return settled;
}

function fittingFor(attribute: AttributeRecord, now: Lookup, then: Lookup, plan: Plan): ValueFitting {
  return {
    replaced: plan.values.get(attribute.id) ?? new Map<string, string | null>(),
    hasTerm: (id) => then.term(id as never)?.attribute === attribute.id,
    termName: (id) => now.term(id as never)?.name ?? null,
  };
}

/** A term of another vocabulary as the one of the same words in this one, if there is one. */
function inOwnTerms(value: AttributeValue, home: AttributeRecord, now: Lookup, then: Lookup): AttributeValue {
  const term = typeof value === 'string' ? now.term(value as never) : undefined;
  const own = term && then.termsOf(home.id).find(({ name }) => name === term.name);
  return own?.id ?? value;
}
