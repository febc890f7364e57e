import { carrying, type Carries } from '../../core/exchange/things';
import type { Contents } from '../exchange/contents';
import type { Format, Piece, SerializeContext } from '../exchange/format';
import { Articles, pageEnd, pageList, pageStart } from './page';

/** Everything of a document and its annotations is on the page; when something was done, and what it was, is not. */
const carries: Carries = carrying({
  document: 'whole',
  text: 'whole',
  'document-name': 'whole',
  metadata: 'whole',
  'document-attribute': 'whole',
  'document-note': 'whole',
  'document-status': 'whole',
  annotation: 'whole',
  fragment: 'whole',
  'zero-width': 'whole',
  attribute: 'whole',
  role: 'whole',
  relation: 'whole',
  identity: 'whole',
  coder: 'whole',
  status: 'whole',
  note: 'whole',
});

// eslint-disable-next-line no-control-regex -- No system takes these in the name of a file.
const unfit = /[\u0000-\u001f<>:"/\\|?*]/gu;

/** The name of a document's page: its own, as far as all systems take it for a file, and no other one's. */
function pageName(name: string, taken: Set<string>): string {
  const own =
    name
      .replace(unfit, '_')
      .replace(/[. ]+$/u, '')
      .slice(0, 80) || 'document';
  let file = `${own}.html`;
  for (let again = 2; taken.has(file.toLowerCase()); again += 1) file = `${own} (${again}).html`;
  taken.add(file.toLowerCase());
  return file;
}

function* serialize(contents: Contents, { options, language }: SerializeContext): Generator<Piece> {
  const articles = new Articles(contents, language);
  if (options['pages'] === 'one') {
    const file = 'documents.html';
    yield { file, data: pageStart(contents.name, language) };
    let count = 0;
    for (const one of contents.documents()) {
      count += 1;
      for (const data of articles.article(one, `d${count}-`)) yield { file, data };
    }
    yield { file, data: pageEnd };
    return;
  }
  const taken = new Set(['index.html']);
  const pages: { readonly file: string; readonly name: string }[] = [];
  for (const one of contents.documents()) {
    const file = pageName(one.document.name, taken);
    pages.push({ file, name: one.document.name });
    yield { file, data: pageStart(one.document.name, language) };
    for (const data of articles.article(one, 'a')) yield { file, data };
    yield { file, data: pageEnd };
  }
  const file = 'index.html';
  yield { file, data: pageStart(contents.name, language) + pageList(contents.name, pages) + pageEnd };
}

/** Pages to read and to print: each document with its annotations, nothing fetched and nothing run. */
export const html: Format = {
  name: 'html',
  title: 'HTML',
  import: null,
  export: {
    options: [{ name: 'pages', kind: 'choice', choices: ['each', 'one'], default: 'each' }],
    target: ({ pages }) => (pages === 'one' ? 'file' : 'folder'),
    ending: ({ pages }) => (pages === 'one' ? '.html' : ''),
    carries: () => carries,
    serialize,
  },
};
