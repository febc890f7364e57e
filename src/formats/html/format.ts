import { carrying, type Carries } from '../../core/exchange/things';
import type { Contents } from '../exchange/contents';
import { FreeNames, safeFileName } from '../exchange/file-names';
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

/** In code points. */
const longestName = 80;

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
  const free = new FreeNames((name, number) => `${name} (${number})`, ['index']);
  const pages: { readonly file: string; readonly name: string }[] = [];
  for (const one of contents.documents()) {
    const file = `${free.take(safeFileName(one.document.name, longestName))}.html`;
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
