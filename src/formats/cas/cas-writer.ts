import type { Lose } from '../../core/exchange/losses';
import type { EntryRecord } from '../../core/model/annotation';
import type { Contents, DocumentContents } from '../exchange/contents';
import type { SerializeContext } from '../exchange/format';
import { casOf, identityChain } from './from-contents';
import { LayerBook } from './layer-book';
import type { CasDocument, CasLayer } from './model';
import type { Abilities } from './written-value';

/** Turns the documents of a project into CASes, and tells what is lost by that. */
export class CasWriter {
  /** All that the codebook describes, and the chains of entries where there are any. */
  readonly layers: readonly CasLayer[];
  readonly #book: LayerBook;
  readonly #abilities: Abilities;
  readonly #entries: ReadonlyMap<string, EntryRecord>;
  readonly #used = new Set<string>();
  readonly #lose: Lose;

  constructor(contents: Contents, { language, lose }: SerializeContext, abilities: Abilities) {
    this.#book = new LayerBook(contents.codebook, language, abilities);
    this.#book.tellNames(lose);
    this.#abilities = abilities;
    this.#entries = new Map(Array.from(contents.entries(), (entry) => [entry.id, entry]));
    this.#lose = lose;
    const layers = this.#book.types.flatMap((id) => this.#book.plan(id)?.layer ?? []);
    this.layers = this.#entries.size > 0 ? [...layers, identityChain] : layers;
  }

  /** A document as a CAS; what it has no room for is told. */
  write(one: DocumentContents): CasDocument {
    return casOf(one, {
      book: this.#book,
      abilities: this.#abilities,
      entry: (id) => {
        this.#used.add(id);
        return this.#entries.get(id);
      },
      lose: this.#lose,
    });
  }

  /** To be called after the last document: tells of entries that no mention brings along or tells from another one. */
  tellEntries(): void {
    const told = new Set<string>();
    for (const { id, kind, name, identifiers } of this.#entries.values()) {
      const key = JSON.stringify([kind, name, identifiers]);
      const reason = !this.#used.has(id) ? 'unused' : told.has(key) ? 'spelling' : null;
      if (reason) this.#lose({ thing: 'entry', reason, record: id, part: null, document: null });
      else told.add(key);
    }
  }
}
