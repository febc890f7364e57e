import type { DomDocument } from './dom';

type Facts = Readonly<Record<'title' | 'author' | 'date' | 'source' | 'url', string>>;

const names: readonly (keyof Facts)[] = ['title', 'author', 'date', 'source', 'url'];

/** Where each fact stands in <meta>, the surest first; property and name are looked up alike. */
const metaNames: Readonly<Record<keyof Facts, readonly string[]>> = {
  title: ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title'],
  author: ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'citation_author', 'parsely-author'],
  date: [
    'article:published_time',
    'og:published_time',
    'datepublished',
    'dc.date',
    'dcterms.date',
    'dcterms.created',
    'citation_publication_date',
    'pubdate',
    'date',
    'parsely-pub-date',
  ],
  source: ['og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher', 'citation_journal_title'],
  url: ['og:url', 'twitter:url', 'parsely-link'],
};

const oneLine = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/gu, ' ').trim();

function metaTags(document: DomDocument): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta')) {
    const content = oneLine(tag.getAttribute('content'));
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = tag.getAttribute(attribute)?.trim().toLowerCase();
      if (name && content !== '' && !tags.has(name)) tags.set(name, content);
    }
  }
  return tags;
}

type Thing = Readonly<Record<string, unknown>>;
const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A name as schema.org writes it: a text, a thing with a name, or several. */
function nameIn(value: unknown): string {
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) return value.map(nameIn).filter(Boolean).join(', ');
  return isThing(value) ? nameIn(value['name'] ?? value['@id']) : '';
}

/** The things of a page's JSON-LD; what is no JSON is passed over. */
function* linkedThings(document: DomDocument): Generator<Thing> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(script.textContent ?? '');
    } catch {
      continue;
    }
    for (const thing of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (!isThing(thing)) continue;
      yield thing;
      const graph = thing['@graph'];
      if (Array.isArray(graph)) yield* (graph as unknown[]).filter(isThing);
    }
  }
}

const articles = /article|posting|report|blogposting|webpage/iu;

function linkedFacts(document: DomDocument): Partial<Facts> {
  for (const thing of linkedThings(document)) {
    if (!articles.test(nameIn(thing['@type']))) continue;
    return {
      title: nameIn(thing['headline'] ?? thing['name']),
      author: nameIn(thing['author']),
      date: nameIn(thing['datePublished'] ?? thing['dateCreated']),
      source: nameIn(thing['publisher'] ?? thing['isPartOf']),
      url: nameIn(thing['url'] ?? thing['mainEntityOfPage']),
    };
  }
  return {};
}

/** A web page's address; nothing else belongs into a link. */
const addressIn = (text: string): string => (/^https?:\/\//iu.test(text) ? text : '');

/**
 * What a page tells about itself: JSON-LD, then OpenGraph and other <meta>, then its <title>, canonical link and the
 * <time> that says that it is the date of publication.
 */
export function pageMetadata(document: DomDocument): Readonly<Record<string, string>> {
  const linked = linkedFacts(document);
  const tags = metaTags(document);
  const plain: Partial<Facts> = {
    title: oneLine(document.querySelector('title')?.textContent),
    date: oneLine(
      document
        .querySelector('time[itemprop="datePublished"][datetime], time[pubdate][datetime]')
        ?.getAttribute('datetime'),
    ),
    url: oneLine(document.querySelector('link[rel="canonical"]')?.getAttribute('href')),
  };
  const facts: Record<string, string> = {};
  for (const name of names) {
    const meta = metaNames[name].map((key) => tags.get(key)).find(Boolean);
    const found = [linked[name], meta, plain[name]]
      .map((value) => (name === 'url' ? addressIn(value ?? '') : (value ?? '')))
      .find((value) => value !== '');
    if (found !== undefined) facts[name] = found;
  }
  return facts;
}
