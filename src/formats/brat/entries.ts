import type { EntryId, TypeId } from '../../core/ids';
import type { EntryRecord } from '../../core/model/annotation';
import { plainEntry } from '../../core/registry/plain-entry';
import { isIdentifier } from '../../core/rules/entry-rules';
import { decoded } from '../exchange/decoded';
import { bratOrigin, type KeptReference } from './kept';

/** The scheme under which an entry of Postil that has no identifier goes out by its id. */
export const postilScheme = 'Postil';

/** What an entry of Postil is called in a reference: without what would end it. */
export const asReference = (id: string): string => id.replace(/[\s%]/gu, encodeURIComponent);

/** What a mention says of the thing that it refers to. */
export interface Mentioned {
  readonly kind: EntryRecord['kind'];
  /** Null where an entry cannot be of it: those are things or happenings. */
  readonly type: TypeId | null;
  /** The words of the text. */
  readonly quote: string;
}

const keyOf = (kind: string, { scheme, value }: Pick<KeptReference, 'scheme' | 'value'>): string =>
  JSON.stringify([kind, scheme.toLowerCase(), value]);

/** The entries that the references and equivalences of a collection speak of. */
export class ReadEntries {
  readonly #byReference = new Map<string, EntryId>();
  #fresh: EntryRecord[] = [];

  /** What came since this was last asked for. */
  takeFresh(): readonly EntryRecord[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** The entry that references of one mention name: all of them, where they name one thing. `other` gets those that do not. */
  referred(
    mentioned: Mentioned,
    references: readonly KeptReference[],
    other: (reference: KeptReference) => void,
  ): EntryId {
    const idOf = (reference: KeptReference): EntryId | undefined =>
      this.#byReference.get(keyOf(mentioned.kind, reference));
    const known = references.map(idOf).find((id) => id !== undefined);
    if (known !== undefined) {
      references.filter((reference) => idOf(reference) !== known).forEach(other);
      return known;
    }
    const [first] = references;
    const own = references.find(({ scheme }) => scheme === postilScheme);
    const id = (
      own ? decoded(own.value) : `${mentioned.kind}:${first?.scheme ?? ''}:${first?.value ?? ''}`
    ) as EntryId;
    for (const reference of references) this.#byReference.set(keyOf(mentioned.kind, reference), id);
    const name = references.find(({ title }) => title.trim() !== '')?.title.trim() ?? mentioned.quote;
    const identifiers = references
      // What its scheme cannot have is kept by the mention only.
      .filter((reference) => reference.scheme !== postilScheme && isIdentifier(reference))
      .map(({ scheme, value }) => ({ scheme, value }));
    this.#add(id, mentioned, name, identifiers, null);
    return id;
  }

  /** A new entry for things that a document calls the same. */
  equivalent(mentioned: Mentioned, document: string, line: number): EntryId {
    // A line of things and of happenings has an entry for either.
    const id = `${document}:${line}${mentioned.kind === 'entity' ? '' : ` ${mentioned.kind}`}` as EntryId;
    this.#add(id, mentioned, mentioned.quote, [], document);
    return id;
  }

  #add(
    id: EntryId,
    { kind, type }: Mentioned,
    name: string,
    identifiers: EntryRecord['identifiers'],
    document: string | null,
  ): void {
    this.#fresh.push({
      ...plainEntry(id, kind, name),
      type,
      identifiers,
      origin: bratOrigin(null, { name, ...(document === null ? {} : { document }) }),
    });
  }
}
