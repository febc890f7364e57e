import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Codebook } from '../../../core/codebook/codebook';
import { lookupIn, type Lookup } from '../../../core/codebook/lookup';
import { useWorkspaceState } from '../../stores/workspace/workspace';

const empty = { types: null, roles: null, attributes: null, terms: null } as const;

/** The codebook of the open project. */
export function useCodebook(): Codebook & { readonly lookup: Lookup } {
  const { types, roles, attributes, terms } = useWorkspaceState(
    useShallow(({ workspace }) =>
      workspace
        ? {
            types: workspace.types,
            roles: workspace.roles,
            attributes: workspace.attributes,
            terms: workspace.terms,
          }
        : empty,
    ),
  );
  return useMemo(() => {
    const codebook: Codebook = {
      types: [...(types?.values() ?? [])],
      roles: [...(roles?.values() ?? [])],
      attributes: [...(attributes?.values() ?? [])],
      terms: [...(terms?.values() ?? [])],
    };
    return { ...codebook, lookup: lookupIn(codebook) };
  }, [types, roles, attributes, terms]);
}
