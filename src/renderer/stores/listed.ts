import { create } from 'zustand';
import type { DocumentId } from '../../core/ids';

interface Listed {
  /** The documents that the list shows, in its order; null where it shows all of them, or is not there. */
  readonly listed: readonly DocumentId[] | null;
}

/** What the list of documents shows while something picks out a part of it. */
export const useListed = create<Listed>(() => ({ listed: null }));

export const tellListed = (listed: Listed['listed']): void => useListed.setState({ listed });
