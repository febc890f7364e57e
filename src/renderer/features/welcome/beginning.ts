import { useEffect, useState } from 'react';
import {
  codebookBeginning,
  type CodebookBeginning,
  type CodebookGlance,
  type CodebookSource,
} from '../../../contract/codebook-calls';
import type { Result } from '../../../core/result';
import { invoke } from '../../bridge/bridge';
import { isBrowser } from '../../stores/host';
import { remember, remembered } from '../../stores/settings';

const key = 'codebook.beginning';

const isBeginning = (value: unknown): value is CodebookBeginning =>
  codebookBeginning.safeParse(value).success;

/** What the last project began with; a ready-made codebook where that is unknown. */
export const lastBeginning = (language: string): CodebookBeginning =>
  remembered(key, isBeginning) ?? { source: { from: 'ready-made', name: 'political-news' }, language };

/** Keeps what a project began with for the next one, but for a file that the browser only lent. */
export function rememberBeginning(beginning: CodebookBeginning): void {
  if (beginning.source.from !== 'file' || !isBrowser()) void remember(key, beginning);
}

/** What a file holds that a project is to begin with; null while that is not known, and for any other source. */
export function useGlance(source: CodebookSource, language: string): Result<CodebookGlance> | null {
  const path = source.from === 'file' && source.path !== '' ? source.path : null;
  const of = `${language} ${path}`;
  const [glance, setGlance] = useState<{ readonly of: string; readonly result: Result<CodebookGlance> }>();
  useEffect(() => {
    if (path === null) return undefined;
    let isWanted = true;
    void invoke('codebooks.look', { source: { from: 'file', path }, language }).then((result) => {
      if (isWanted) setGlance({ of, result });
    });
    return () => {
      isWanted = false;
    };
  }, [path, language, of]);
  return path !== null && glance?.of === of ? glance.result : null;
}
