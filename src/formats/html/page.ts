import {
  quoteOf,
  type AnnotationRecord,
  type EntryRecord,
  type LinkRecord,
} from '../../core/model/annotation';
import type { AttributeValue, AttributeValues } from '../../core/model/codebook';
import { codePoint, makeOffsetTable } from '../../core/offsets';
import { nameFor } from '../codebook/losses';
import { reportWords, type ReportWord } from '../codebook-text/words';
import type { Contents, DocumentContents } from '../exchange/contents';
import { placed, stretchesOf, type Placed, type Stretch } from './segments';
import { style } from './style';

const escapes: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in a page, between tags or in a quoted attribute. */
const escaped = (text: string): string => text.replace(/[<>&"']/gu, (character) => escapes[character] ?? '');

/** The beginning of a page: nothing in it is run or fetched, whatever a browser finds. */
export const pageStart = (title: string, language: string): string =>
  `<!doctype html>\n<html lang="${escaped(language)}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escaped(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n`;

export const pageEnd = '</body>\n</html>\n';

/** A list of what there is to read, for a folder of pages. */
export const pageList = (
  title: string,
  pages: readonly { readonly file: string; readonly name: string }[],
): string =>
  `<h1>${escaped(title)}</h1>\n<ul>\n${pages.map(({ file, name }) => `<li><a href="${escaped(encodeURIComponent(file))}">${escaped(name)}</a></li>\n`).join('')}</ul>\n`;

/** Draws documents with their annotations. */
export class Articles {
  readonly #contents: Contents;
  readonly #language: string;
  readonly #words: Readonly<Record<ReportWord, string>>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #hues: ReadonlyMap<string, number>;
  readonly #entries: ReadonlyMap<string, EntryRecord>;
  readonly #coders: ReadonlyMap<string, string>;

  constructor(contents: Contents, language: string) {
    this.#contents = contents;
    this.#language = language;
    this.#words = reportWords(language);
    const { types, roles, attributes, terms } = contents.codebook;
    this.#names = new Map<string, string>([
      ...[...types, ...roles, ...attributes].map(
        ({ id, names }) => [id, nameFor(names, language) || id] as const,
      ),
      ...terms.map(({ id, name }) => [id, name] as const),
    ]);
    this.#hues = new Map(types.map(({ id, hue }) => [id, hue]));
    this.#entries = new Map([...contents.entries()].map((entry) => [entry.id, entry]));
    this.#coders = new Map(contents.coders.map(({ id, name }) => [id, name]));
  }

  /** A document; `prefix` keeps its anchors apart from those of others on the page. */
  *article(one: DocumentContents, prefix: string): Generator<string> {
    const { document, text, annotations, links } = one;
    const all = placed(annotations);
    const numbers = new Map<string, number>(all.map(({ annotation, number }) => [annotation.id, number]));
    const { metadata, note, status } = this.#words;
    yield `<article>\n<h1>${escaped(document.name)}</h1>\n`;
    const facts = [
      ...Object.entries(document.metadata),
      ...this.#values(document.attributes),
      ...(document.status === 'draft' ? [] : [[status, this.#words[document.status]] as const]),
      ...(document.note === '' ? [] : [[note, document.note] as const]),
    ];
    if (facts.length > 0) yield `<section aria-label="${escaped(metadata)}">${this.#list(facts)}</section>\n`;
    yield this.#legend(annotations);
    yield '<div class="text">';
    const offsets = makeOffsetTable(text);
    for (const stretch of stretchesOf(offsets.codePoints, all)) {
      const words = text.slice(
        offsets.toUtf16(codePoint(stretch.start)),
        offsets.toUtf16(codePoint(stretch.end)),
      );
      yield this.#stretch(stretch, words, prefix);
    }
    yield '</div>\n';
    if (all.length > 0) yield `<h2>${escaped(this.#words.annotationsOf)}</h2>\n<ol class="list">\n`;
    for (const item of all)
      yield this.#item(
        item,
        links.filter(({ annotation }) => annotation === item.annotation.id),
        numbers,
        prefix,
      );
    yield all.length > 0 ? '</ol>\n</article>\n' : '</article>\n';
  }

  #name(id: string): string {
    return this.#names.get(id) ?? id;
  }

  #hue(type: string): number {
    return this.#hues.get(type) ?? 0;
  }

  #legend(annotations: readonly AnnotationRecord[]): string {
    const used = [...new Set(annotations.map(({ type }) => type))];
    if (used.length === 0) return '';
    const items = used.map(
      (type) =>
        `<li><span class="type" style="--h:${this.#hue(type)}">${escaped(this.#name(type))}</span></li>`,
    );
    return `<ul class="legend" aria-label="${escaped(this.#words.legend)}">${items.join('')}</ul>\n`;
  }

  /** What is covered is tinted by the innermost annotation, and has a line under it for each of them. */
  #stretch({ covering, ending }: Stretch, words: string, prefix: string): string {
    const inner = covering.at(-1);
    const ends = ending.map(
      ({ number, annotation }) =>
        `<sup style="--h:${this.#hue(annotation.type)}"><a href="#${prefix}${number}">${number}</a></sup>`,
    );
    if (!inner) return escaped(words) + ends.join('');
    const lines = covering.map(
      ({ annotation, lane }) =>
        `linear-gradient(oklch(62% .15 ${this.#hue(annotation.type)}),oklch(62% .15 ${this.#hue(annotation.type)})) 0 calc(100% - ${lane * 3}px)/100% 2px no-repeat`,
    );
    const highest = Math.max(...covering.map(({ lane }) => lane)) + 1;
    const title = covering
      .map(({ annotation, number }) => `${number} ${this.#name(annotation.type)}`)
      .join(', ');
    // The tint is the last layer, below the lines.
    const tint = `light-dark(oklch(93% .05 ${this.#hue(inner.annotation.type)}),oklch(36% .06 ${this.#hue(inner.annotation.type)}))`;
    return `<mark style="--h:${this.#hue(inner.annotation.type)};--n:${highest};background:${lines.join(',')},${tint}" title="${escaped(title)}">${escaped(words)}</mark>${ends.join('')}`;
  }

  #item(
    { annotation, number }: Placed,
    links: readonly LinkRecord[],
    numbers: ReadonlyMap<string, number>,
    prefix: string,
  ): string {
    const { identity, note, coder, status } = this.#words;
    const entry = annotation.entry === null ? undefined : this.#entries.get(annotation.entry);
    const facts = [
      ...(entry ? [[identity, entry.name] as const] : []),
      ...this.#values(annotation.attributes),
      ...(annotation.note === '' ? [] : [[note, annotation.note] as const]),
      ...(annotation.status === 'draft' ? [] : [[status, this.#words[annotation.status]] as const]),
      [coder, this.#coders.get(annotation.coder) ?? ''] as const,
    ];
    const roles = links.map(
      (link) => `<dt>${escaped(this.#name(link.role))}</dt><dd>${this.#filler(link, numbers, prefix)}</dd>`,
    );
    const words = quoteOf(annotation);
    const type = `<span class="type" style="--h:${this.#hue(annotation.type)}">${escaped(this.#name(annotation.type))}</span>`;
    return `<li id="${prefix}${number}" value="${number}">${type} ${escaped(words)}${this.#list(facts, roles.join(''))}</li>\n`;
  }

  #filler({ target }: LinkRecord, numbers: ReadonlyMap<string, number>, prefix: string): string {
    if (target.by === 'span') return escaped(target.span.quote);
    if (target.by === 'entry') return escaped(this.#entries.get(target.entry)?.name ?? target.entry);
    const filler = this.#contents.annotation(target.annotation);
    const words = escaped(filler ? quoteOf(filler) : target.annotation);
    const number = numbers.get(target.annotation);
    return number === undefined ? words : `<a href="#${prefix}${number}">${number}</a> ${words}`;
  }

  #list(facts: readonly (readonly [string, string])[], more = ''): string {
    const items = facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`);
    return items.length === 0 && more === '' ? '' : `<dl>${more}${items.join('')}</dl>`;
  }

  #values(values: AttributeValues): readonly (readonly [string, string])[] {
    return Object.entries(values).map(([id, value]) => [this.#name(id), this.#value(id, value)]);
  }

  #value(attribute: string, value: AttributeValue): string {
    if (typeof value === 'boolean') return value ? this.#words.yes : this.#words.no;
    if (typeof value === 'number') return String(value);
    if (Array.isArray(value))
      return (value as readonly string[]).map((one) => this.#choice(attribute, one)).join(', ');
    if (typeof value === 'object' && 'edtf' in value) return `${value.edtf} (${value.words})`;
    return this.#names.get(String(value)) ?? this.#choice(attribute, String(value));
  }

  #choice(attribute: string, value: string): string {
    const domain = this.#contents.codebook.attributes.find(({ id }) => id === attribute)?.domain;
    const choice =
      domain && 'choices' in domain ? domain.choices.find((one) => one.value === value) : undefined;
    const name = choice ? nameFor(choice.names, this.#language) : '';
    return name === '' ? value : name;
  }
}
