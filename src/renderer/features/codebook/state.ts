import { create } from 'zustand';
import type { CodebookCommand } from '../../../core/commands/codebook/command';

/** A change that is being asked about, and what is told the answer: whether it was made. */
export interface Question {
  readonly command: CodebookCommand;
  readonly answer: (isDone: boolean) => void;
}

interface CodebookState {
  readonly question: Question | null;
}

/** What a person is asked about the codebook. Nothing of it is kept. */
export const useCodebookState = create<CodebookState>(() => ({ question: null }));
