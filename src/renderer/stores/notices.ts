import { create } from 'zustand';
import type { Problem } from '../../core/problem';
import { onOtherLanguage, sentenceOf } from '../i18n/i18n';

/** A thing that can be done about a notice, such as taking back what it tells of. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Notice {
  readonly id: number;
  /** An alarm stays until it is dismissed; what is calm goes by itself. */
  readonly tone: 'calm' | 'alarm';
  /** A sentence, or what went wrong, which is told in whatever language is shown. */
  readonly says: string | Problem;
  readonly action: NoticeAction | null;
}

interface Notices {
  readonly shown: readonly Notice[];
  /** What a screen reader is to say, numbered so that the same sentence can be said twice. */
  readonly announcement: { readonly text: string; readonly number: number };
}

/** What a notice says, in the language that is shown. */
export const sentenceIn = (says: Notice['says']): string =>
  typeof says === 'string' ? says : sentenceOf(says);

const mostShown = 4;

export const useNotices = create<Notices>(() => ({ shown: [], announcement: { text: '', number: 0 } }));

let lastId = 0;

/** A sentence that is shown already is shown anew, and not twice. */
function show(notice: Omit<Notice, 'id'>): number {
  lastId += 1;
  const id = lastId;
  const sentence = sentenceIn(notice.says);
  const isOther = ({ says, action }: Notice): boolean =>
    sentenceIn(says) !== sentence || action !== notice.action;
  useNotices.setState(({ shown }) => ({
    shown: [...shown.filter(isOther).slice(1 - mostShown), { ...notice, id }],
  }));
  return id;
}

/** Shows a sentence for a while. Answers with the id by which it can be put away before. */
export const notify = (text: string, action: NoticeAction | null = null): number =>
  show({ tone: 'calm', says: text, action });

/** Tells that something went wrong. */
export const report = (problem: Problem): void => {
  show({ tone: 'alarm', says: problem, action: null });
};

export const dismiss = (id: number): void =>
  useNotices.setState(({ shown }) => ({ shown: shown.filter((notice) => notice.id !== id) }));

/** Lets a screen reader say a sentence. */
export const announce = (text: string): void =>
  useNotices.setState(({ announcement }) => ({ announcement: { text, number: announcement.number + 1 } }));

// What was said in the language before is said: it does not stay beside the texts of another one.
onOtherLanguage(() =>
  useNotices.setState(({ shown, announcement: { number } }) => ({
    shown: shown.filter(({ says }) => typeof says !== 'string'),
    announcement: { text: '', number },
  })),
);
