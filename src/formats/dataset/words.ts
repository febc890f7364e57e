import type { Codebook } from '../../core/codebook/codebook';
import type { EntryId } from '../../core/ids';
import type { AttributeValue, AttributeValues } from '../../core/model/codebook';
import type { Contents } from '../exchange/contents';
import { nameFor } from '../codebook/losses';
import type { ValueRow } from './row';

/** What the ids of a project are called in one language (a BCP 47 tag), for rows that people read. */
export class Words {
  readonly #language: string;
  readonly #types: ReadonlyMap<string, Codebook['types'][number]>;
  readonly #roles: ReadonlyMap<string, Codebook['roles'][number]>;
  readonly #attributes: ReadonlyMap<string, Codebook['attributes'][number]>;
  readonly #terms: ReadonlyMap<string, Codebook['terms'][number]>;
  readonly #entries = new Map<string, string>();
  readonly #coders: ReadonlyMap<string, string>;

  constructor(contents: Contents, language: string) {
    const { types, roles, attributes, terms } = contents.codebook;
    this.#language = language;
    this.#types = new Map(types.map((type) => [type.id, type]));
    this.#roles = new Map(roles.map((role) => [role.id, role]));
    this.#attributes = new Map(attributes.map((attribute) => [attribute.id, attribute]));
    this.#terms = new Map(terms.map((term) => [term.id, term]));
    this.#coders = new Map(contents.coders.map(({ id, name }) => [id, name]));
    for (const { id, name } of contents.entries()) this.#entries.set(id, name);
  }

  typeOf(id: string): { readonly label: string; readonly kind: Codebook['types'][number]['kind'] } {
    const type = this.#types.get(id);
    return { label: type ? nameFor(type.names, this.#language) : id, kind: type?.kind ?? 'entity' };
  }

  role(id: string): string {
    const role = this.#roles.get(id);
    return role ? nameFor(role.names, this.#language) : id;
  }

  attributeName(id: string): string {
    const attribute = this.#attributes.get(id);
    return attribute ? nameFor(attribute.names, this.#language) : id;
  }

  coder(id: string): string {
    return this.#coders.get(id) ?? '';
  }

  entry(id: EntryId | null): string | null {
    return id && (this.#entries.get(id) ?? null);
  }

  /** A value as people read it: the name of a term, the date, several parted by `; `. */
  label(value: AttributeValue): string {
    if (typeof value === 'string') return this.#terms.get(value)?.name ?? value;
    if (typeof value !== 'object') return String(value);
    return 'edtf' in value ? value.edtf : value.join('; ');
  }

  values(values: AttributeValues): ValueRow[] {
    return Object.entries(values).map(([id, value]) => {
      const attribute = this.#attributes.get(id);
      return {
        id,
        name: this.attributeName(id),
        domain: attribute?.domain.kind ?? 'text',
        value: JSON.stringify(value),
        label: this.label(value),
      };
    });
  }
}
