import { problem, type Problem } from '../../../../core/problem';
import type { Reader } from '../extracted';
import { TextFlow } from '../text-flow';
import { replacedCharacters } from '../warnings';
import { readAllText } from './all-text';
import { depthOf, parseDocument, type DomDocument, type DomNode } from './dom';
import { pageMetadata } from './page-metadata';

/** Readability's own work grows with the square of the depth; no page that people wrote is nested so deep. */
const deepestReadable = 200;

/** The article of a page without what stands around it; null where none is found. Changes the document. */
async function findArticle(document: DomDocument): Promise<DomNode | null> {
  const { Readability } = await import('@mozilla/readability');
  const article = new Readability<DomNode>(document as never, {
    // The type is of a library that this code does not have: see dom.ts.
    serializer: (node: unknown) => node as DomNode,
    disableJSONLD: true,
    charThreshold: 200,
  }).parse();
  return article?.content ?? null;
}

/** The page's own headline, which Readability takes out of the article; empty where there is none, or several. */
function headlineOf(document: DomDocument): TextFlow {
  const headlines = [...document.querySelectorAll('h1')];
  const flow = new TextFlow();
  const [headline] = headlines;
  if (headline && headlines.length === 1) readAllText(headline, flow);
  return flow;
}

/** Reads a page: the article that Readability finds in it, or all its text. */
export const readHtml: Reader<string> = async (html, { html: wanted }) => {
  const document = await parseDocument(html);
  const metadata = pageMetadata(document);
  const flow = new TextFlow();
  const warnings: Problem[] = [];
  const root = document.documentElement;
  if (root && wanted === 'readable') {
    const isTooDeep = depthOf(root) > deepestReadable;
    const headline = headlineOf(document);
    // Readability works on the page itself, so that its whole text has to be read from another.
    const article = isTooDeep ? null : await findArticle(document);
    if (article) {
      readAllText(article, flow);
      if (!flow.toString().startsWith(headline.toString())) flow.putBefore(headline);
    } else {
      warnings.push(problem('html-no-article'));
      const whole = isTooDeep ? root : (await parseDocument(html)).documentElement;
      if (whole) readAllText(whole, flow);
    }
  } else if (root) readAllText(root, flow);
  return { text: flow.toString(), metadata, warnings: [...warnings, ...replacedCharacters(flow)] };
};
