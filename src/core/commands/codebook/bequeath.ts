import type { Codebook } from '../../codebook/codebook';
import { lookupIn } from '../../codebook/lookup';
import type { AttributeId, TypeId } from '../../ids';
import type { AttributeRecord, RoleRecord, TermRecord } from '../../model/codebook';
import { areNamesakes } from '../../rules/namesakes';
import type { ChangeContext } from '../project-view';

interface Estate {
  readonly roles: readonly RoleRecord[];
  readonly attributes: readonly AttributeRecord[];
  readonly terms: readonly TermRecord[];
}

/** Copies of the terms of a vocabulary for another attribute, with their hierarchy. */
function copiedTerms(
  terms: readonly TermRecord[],
  attribute: AttributeId,
  context: ChangeContext,
): TermRecord[] {
  const ids = new Map(terms.map(({ id }) => [id, context.newId()]));
  return terms.map((term) => ({
    ...term,
    id: ids.get(term.id) ?? term.id,
    attribute,
    parent: term.parent && (ids.get(term.parent) ?? null),
  }));
}

/**
 * Gives roles and attributes that types are about to lose to those types, so that nothing coded with them is lost.
 * What has a namesake there already is not needed twice. With `canMove` the first heir takes them over as they are,
 * and only further ones get copies.
 */
export function bequeath(
  codebook: Codebook,
  estate: Estate,
  heirs: readonly TypeId[],
  canMove: boolean,
  context: ChangeContext,
): Codebook {
  let { roles, attributes, terms } = codebook;
  const moved = new Set<string>();
  for (const heir of heirs) {
    const own = lookupIn({ ...codebook, roles, attributes, terms });
    const isNew = (record: { readonly id: string }): boolean => canMove && !moved.has(record.id);

    for (const role of estate.roles) {
      const has = own.rolesOf(heir).some((other) => other.id !== role.id && areNamesakes(other, role));
      if (has) continue;
      const id = isNew(role) ? role.id : context.newId();
      moved.add(role.id);
      const position =
        own.rolesOf(heir).filter((other) => other.type === heir).length + estate.roles.indexOf(role);
      roles = [...roles.filter((other) => other.id !== id), { ...role, id, type: heir, position }];
    }
    for (const attribute of estate.attributes) {
      const has = own
        .attributesOf(heir)
        .some((other) => other.id !== attribute.id && areNamesakes(other, attribute));
      if (has) continue;
      const stays = isNew(attribute);
      const id = stays ? attribute.id : context.newId();
      moved.add(attribute.id);
      const position = own.attributesOf(heir).length + estate.attributes.indexOf(attribute);
      const owner = { of: 'type', type: heir } as const;
      attributes = [...attributes.filter((other) => other.id !== id), { ...attribute, id, owner, position }];
      const vocabulary = estate.terms.filter((term) => term.attribute === attribute.id);
      terms = [
        ...terms.filter((term) => term.attribute !== id),
        ...(stays ? vocabulary : copiedTerms(vocabulary, id, context)),
      ];
    }
  }
  return { ...codebook, roles, attributes, terms };
}
