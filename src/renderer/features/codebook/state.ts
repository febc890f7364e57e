import { create } from 'zustand';
import type { CodebookCommand } from '../../../core/commands/codebook/command';
import type { TypeId } from '../../../core/ids';
import type { AttributeOwner } from '../../../core/model/codebook';

/** What of the codebook is shown beside its tree. */
export type Shown =
  Exclude<AttributeOwner, { readonly of: 'type' }> | { readonly of: 'type'; readonly type: TypeId };

/** A change that is being asked about, and what is told the answer: whether it was made. */
export interface Question {
  readonly command: CodebookCommand;
  readonly answer: (isDone: boolean) => void;
}

interface CodebookState {
  readonly shown: Shown | null;
  readonly question: Question | null;
}

/** What a person looks at in the codebook, and what they are asked. Nothing of it is kept. */
export const useCodebookState = create<CodebookState>(() => ({ shown: null, question: null }));

export const showPart = (shown: Shown | null): void => useCodebookState.setState({ shown });

export const showType = (type: TypeId): void => showPart({ of: 'type', type });
