import { create } from 'zustand';
import type { TypeId } from '../../core/ids';
import type { AttributeOwner } from '../../core/model/codebook';
import { showView } from './interface';

/** What of the codebook is shown beside its tree. */
export type ShownPart =
  Exclude<AttributeOwner, { readonly of: 'type' }> | { readonly of: 'type'; readonly type: TypeId };

/** What a person looks at in the codebook; null before anything was chosen. Nothing of it is kept. */
export const useShownPart = create<{ readonly shown: ShownPart | null }>(() => ({ shown: null }));

/** Chooses what of the codebook is shown. */
export const showPart = (shown: ShownPart | null): void => useShownPart.setState({ shown });

export const showType = (type: TypeId): void => showPart({ of: 'type', type });

/** Shows a type in the codebook, from wherever one is. */
export function showTypeInCodebook(type: TypeId): void {
  showType(type);
  showView('codebook');
}
