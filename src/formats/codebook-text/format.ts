import { childrenOf, inTreeOrder } from '../../core/codebook/codebook';
import { carrying, type Carries } from '../../core/exchange/things';
import { kinds, type AttributeRecord, type RoleRecord, type TypeRecord } from '../../core/model/codebook';
import { nameFor } from '../codebook/losses';
import type { Contents } from '../exchange/contents';
import type { Format, Piece, SerializeContext } from '../exchange/format';
import { reportWords, type ReportWord } from './words';

const carries: Carries = carrying({ type: 'whole', 'codebook-detail': 'whole', term: 'whole' });

/** Lines of a text, each behind an indent. */
const indented = (text: string, indent: string): string =>
  text
    .split(/\r\n|\r|\n/u)
    .map((line) => (line === '' ? '\n' : `${indent}${line}\n`))
    .join('');

class Report {
  readonly #contents: Contents;
  readonly #language: string;
  readonly #words: Readonly<Record<ReportWord, string>>;
  readonly #uses = new Map<string, number>();
  #annotations = 0;
  #documents = 0;

  constructor(contents: Contents, language: string) {
    this.#contents = contents;
    this.#language = language;
    this.#words = reportWords(language);
    for (const { annotations } of contents.documents()) {
      this.#documents += 1;
      this.#annotations += annotations.length;
      for (const { type } of annotations) this.#uses.set(type, (this.#uses.get(type) ?? 0) + 1);
    }
  }

  *pieces(): Generator<string> {
    const { types, attributes } = this.#contents.codebook;
    const { total, documents, annotations, ofDocuments, ofEntries } = this.#words;
    const { name } = this.#contents;
    yield `${name}\n${'='.repeat(Math.max(3, name.length))}\n`;
    yield `${total}: ${documents} ${this.#documents}, ${annotations} ${this.#annotations}\n`;
    for (const kind of kinds) {
      const own = inTreeOrder(types.filter((type) => type.kind === kind));
      if (own.length === 0) continue;
      const title = this.#words[kind];
      yield `\n${title}\n${'-'.repeat(title.length)}\n`;
      const known = new Set(own.map(({ id }) => id));
      for (const type of own)
        if (type.parent === null || !known.has(type.parent)) yield* this.#type(type, own, '');
    }
    for (const [title, owner] of [
      [ofDocuments, 'document'],
      [ofEntries, 'entry'],
    ] as const) {
      const own = attributes.filter(({ owner: { of } }) => of === owner);
      if (own.length > 0) yield `\n${title}\n${'-'.repeat(title.length)}\n${this.#attributes(own, '')}`;
    }
  }

  *#type(type: TypeRecord, all: readonly TypeRecord[], indent: string): Generator<string> {
    const { uses, symmetric, key, examples, roles, attributes } = this.#words;
    const more = [
      `${uses}: ${this.#uses.get(type.id) ?? 0}`,
      ...(type.symmetric ? [symmetric] : []),
      ...(type.key === null ? [] : [`${key} ${type.key}`]),
    ];
    const inner = `${indent}    `;
    yield `\n${indent}${this.#name(type)} (${more.join(', ')})\n`;
    const guideline = nameFor(type.guidelines, this.#language);
    if (guideline !== '') yield indented(guideline, inner);
    if (type.examples.length > 0) yield `${inner}${examples}: ${type.examples.join('; ')}\n`;
    const ownRoles = this.#contents.codebook.roles.filter((role) => role.type === type.id);
    if (ownRoles.length > 0)
      yield `${inner}${roles}:\n${ownRoles.map((role) => this.#role(role, `${inner}  - `)).join('')}`;
    const own = this.#contents.codebook.attributes.filter(
      ({ owner }) => owner.of === 'type' && owner.type === type.id,
    );
    if (own.length > 0) yield `${inner}${attributes}:\n${this.#attributes(own, `${inner}  `)}`;
    for (const child of childrenOf(all, type.id)) yield* this.#type(child, all, inner);
  }

  #name({ id, names }: Pick<TypeRecord, 'names'> & { readonly id: string }): string {
    return nameFor(names, this.#language) || id;
  }

  #role(role: RoleRecord, indent: string): string {
    const { kinds: ofKinds, types, entries, spans } = role.fillers;
    const byId = new Map(this.#contents.codebook.types.map((type) => [type.id, type]));
    const fillers = [
      ...ofKinds.map((kind) => this.#words[kind].toLowerCase()),
      ...types.flatMap((id) => byId.get(id) ?? []).map((type) => this.#name(type)),
      ...(entries ? [this.#words.entries] : []),
      ...(spans ? [this.#words.spans] : []),
    ];
    const range = `${role.min}–${role.max ?? '∞'}`;
    return `${indent}${this.#name(role)} (${range}): ${fillers.join(', ') || this.#words.anything}\n`;
  }

  #attributes(attributes: readonly AttributeRecord[], indent: string): string {
    return attributes
      .map((attribute) => {
        const { domain, required } = attribute;
        const terms = this.#contents.codebook.terms.filter((term) => term.attribute === attribute.id);
        const values =
          'choices' in domain
            ? domain.choices.map(({ value, names }) => nameFor(names, this.#language) || value)
            : terms.map(({ name }) => name);
        const more = [domain.kind, ...(required ? [this.#words.required] : [])].join(', ');
        return `${indent}- ${this.#name(attribute)} (${more})${values.length > 0 ? `: ${values.join('; ')}` : ''}\n`;
      })
      .join('');
  }
}

function* serialize(contents: Contents, { language }: SerializeContext): Generator<Piece> {
  for (const data of new Report(contents, language).pieces()) yield { file: 'codebook.txt', data };
}

/** The codebook as a plain text to read and to print: its tree, what its types mean, and how often they were used. */
export const codebookText: Format = {
  name: 'codebook-text',
  title: 'Codebook report (TXT)',
  import: null,
  export: { options: [], target: () => 'file', ending: () => '.txt', carries: () => carries, serialize },
};
