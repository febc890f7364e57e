import type { EntryId, TypeId } from '../ids';
import type { EntryRecord } from '../model/annotation';
import type { NormalForms } from '../words/normal-forms';
import {
  comparedText,
  keysOf,
  keysToFind,
  likenesses,
  likenessOf,
  type ComparedText,
  type Likeness,
} from './likeness';

/** An entry with the texts of the mentions that refer to it, and how many have each. */
export interface KnownEntry {
  readonly entry: Pick<EntryRecord, 'id' | 'kind' | 'type' | 'name' | 'aliases'>;
  readonly texts: ReadonlyMap<string, number>;
}

/** A mention that has no identity yet. */
export interface UnlinkedMention {
  readonly text: string;
  readonly kind: EntryRecord['kind'];
  readonly type: TypeId;
}

/** An entry that a mention may refer to, and why: what it is to a text that belongs to the entry. */
export interface Proposal {
  readonly entry: EntryId;
  readonly likeness: Likeness;
  /** The text that the mention resembles, and what it is to the entry. */
  readonly like: string;
  readonly source: 'name' | 'alias' | 'mention';
  /** How many mentions refer to the entry already. */
  readonly mentions: number;
}

/** Proposes identities. It never links anything by itself: that is for a person to decide. */
export interface Proposer {
  /** The entries of the mention's kind that it may refer to, the likeliest first, `most` at most. */
  propose(mention: UnlinkedMention, known: Iterable<KnownEntry>, most: number): readonly Proposal[];
  /** Keys to file a text of an entry under, so that not all entries need to be compared with a mention. */
  readonly keysOf: (text: string) => ReadonlySet<string>;
  /** The keys under which every text is filed that a mention may be like. */
  readonly keysToFind: (mention: string) => ReadonlySet<string>;
}

/** More words, or texts, than this are not remembered. */
const mostKept = 500_000;

/** Remembers what a function answered. */
function remembering<Value>(answer: (key: string) => Value): (key: string) => Value {
  const kept = new Map<string, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= mostKept) kept.clear();
    const value = answer(key);
    kept.set(key, value);
    return value;
  };
}

/** Makes a proposer, which remembers the words and the texts that it has taken apart. */
export function makeProposer(formsOf: (word: string) => NormalForms): Proposer {
  const rememberedForms = remembering(formsOf);
  const takenApart = remembering((text): ComparedText => comparedText(text, rememberedForms));

  /** The closest resemblance of a mention to any text of an entry; of equal ones, to its name before its aliases. */
  function proposalFor(mention: ComparedText, { entry, texts }: KnownEntry): Proposal | null {
    const mentions = [...texts.values()].reduce((sum, count) => sum + count, 0);
    let best: Proposal | null = null;
    const consider = (like: string, source: Proposal['source']): void => {
      const likeness = likenessOf(mention, takenApart(like));
      if (likeness !== null && (!best || closeness(likeness) < closeness(best.likeness)))
        best = { entry: entry.id, likeness, like, source, mentions };
    };
    consider(entry.name, 'name');
    for (const alias of entry.aliases) consider(alias, 'alias');
    for (const text of texts.keys()) consider(text, 'mention');
    return best;
  }

  return {
    keysOf: (text) => keysOf(takenApart(text)),
    keysToFind: (mention) => keysToFind(takenApart(mention)),
    propose: ({ text, kind, type }, known, most) => {
      const mention = takenApart(text);
      const found: { proposal: Proposal; isSameType: boolean; timesLinkedSo: number; name: string }[] = [];
      for (const candidate of known) {
        if (candidate.entry.kind !== kind) continue;
        const proposal = proposalFor(mention, candidate);
        const isSameType = candidate.entry.type === type;
        // «улица Лаврова» is a place, and the minister is none.
        if (!proposal || (proposal.likeness === 'part-with-office' && !isSameType)) continue;
        found.push({
          proposal,
          isSameType,
          timesLinkedSo: candidate.texts.get(text) ?? 0,
          name: candidate.entry.name,
        });
      }
      return found
        .sort(
          (a, b) =>
            closeness(a.proposal.likeness) - closeness(b.proposal.likeness) ||
            Number(b.isSameType) - Number(a.isSameType) ||
            b.timesLinkedSo - a.timesLinkedSo ||
            b.proposal.mentions - a.proposal.mentions ||
            (a.name < b.name ? -1 : 1),
        )
        .slice(0, most)
        .map(({ proposal }) => proposal);
    },
  };
}

const closeness = (likeness: Likeness): number => likenesses.indexOf(likeness);
