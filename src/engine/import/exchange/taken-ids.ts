import type { Codebook } from '../../../core/codebook/codebook';
import type { CodebookMatch } from '../../../core/codebook/match';
import type { AttributeValue, AttributeValues } from '../../../core/model/codebook';

/** What the ids of a file's codebook and registry mean in the project. */
export class TakenIds {
  readonly #ids = new Map<string, string>();

  /** Notes that an id of the file is one of the project. */
  set(theirs: string, mine: string): void {
    this.#ids.set(theirs, mine);
  }

  /** Whether it is known what an id of the file means. */
  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The project's id; undefined where the file never said what this is. */
  of<Id extends string>(id: Id): Id | undefined {
    return this.#ids.get(id) as Id | undefined;
  }

  /** Notes what the records of a codebook that were found in the project are. */
  addMatch({ types, roles, attributes, terms }: CodebookMatch): void {
    for (const match of [types, roles, attributes, terms])
      for (const [theirs, mine] of match) this.#ids.set(theirs, mine);
  }

  /** What of a piece of the codebook was not taken in yet. */
  unknownOf({ types, roles, attributes, terms }: Codebook): Codebook {
    const isNew = ({ id }: { readonly id: string }): boolean => !this.#ids.has(id);
    return {
      types: types.filter(isNew),
      roles: roles.filter(isNew),
      attributes: attributes.filter(isNew),
      terms: terms.filter(isNew),
    };
  }

  /** Values under the project's attributes; those of a vocabulary are ids of terms. What is unknown keeps its name. */
  values(values: AttributeValues): AttributeValues {
    return Object.fromEntries(
      Object.entries(values).map(([key, value]) => [this.#ids.get(key) ?? key, this.#value(value)]),
    );
  }

  /** Ids of a file's terms begin with that of their attribute, so that no plain text is one by chance. */
  #value(value: AttributeValue): AttributeValue {
    if (typeof value === 'string') return this.#ids.get(value) ?? value;
    return Array.isArray(value)
      ? (value as readonly string[]).map((one) => this.#ids.get(one) ?? one)
      : value;
  }
}
