import type { Lose } from '../../core/exchange/losses';
import type { AttributeValue, TermRecord } from '../../core/model/codebook';

/** The terms that the values of a file name: where a format holds no vocabularies, only these come back. */
export class UsedTerms {
  readonly #used = new Set<AttributeValue>();

  add(term: AttributeValue): void {
    this.#used.add(term);
  }

  /** To be called after the last document: a term comes back with the values that name it, without the one above it. */
  tell(vocabulary: readonly TermRecord[], lose: Lose): void {
    for (const { id, parent } of vocabulary) {
      const about = { thing: 'term', record: id, part: null, document: null } as const;
      if (!this.#used.has(id)) lose({ ...about, reason: 'unused' });
      else if (parent !== null) lose({ ...about, reason: 'details' });
    }
  }
}
