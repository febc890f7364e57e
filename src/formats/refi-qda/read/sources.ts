import { problem, type Problem } from '../../../core/problem';
import { childrenNamed, childrenOf, textIn, type XmlElement } from '../../xml/tree';
import { filled, normalGuid } from '../guid';
import type { Selected } from './placed-text';
import type { SourceFiles } from './source-files';

/** A source with a text: one itself, or with one beside it, as a PDF file or a recording has. */
export interface TextSource {
  readonly guid: string;
  readonly name: string;
  /** The element that has the text. */
  readonly element: XmlElement;
  /** It and the source that it belongs to: what either says is about the document. */
  readonly elements: readonly XmlElement[];
  /** Whether its selections are told by points of a recording, which lie between characters. */
  readonly isTranscript: boolean;
}

/** A selection of a text, with the element that says so. */
export interface TextSelection extends Selected {
  readonly guid: string;
  readonly element: XmlElement;
}

const withText: Readonly<Record<string, string>> = {
  TextSource: '',
  PictureSource: 'TextDescription',
  PDFSource: 'Representation',
  AudioSource: 'Transcript',
  VideoSource: 'Transcript',
};

const left = (element: XmlElement, file: string): Problem => {
  const { guid, name } = element.attributes;
  return problem('format-line-ignored', {
    file,
    line: element.line,
    text: `<${element.name}> ${name ?? guid ?? ''}`.trim(),
  });
};

/** The texts of a project, and what there is that has none: pictures, recordings, and what is selected in them. */
export function textSources(
  project: XmlElement,
  file: string,
): { readonly sources: readonly TextSource[]; readonly warnings: readonly Problem[] } {
  const sources: TextSource[] = [];
  const warnings: Problem[] = [];
  for (const source of childrenNamed(project, 'Sources').flatMap(childrenOf)) {
    const holder = withText[source.name];
    const texts = holder === '' ? [source] : childrenNamed(source, holder ?? '');
    for (const element of texts)
      sources.push({
        guid: filled(normalGuid(source.attributes['guid'])) ?? `line ${source.line}`,
        name: nameOf(source, element),
        element,
        elements: element === source ? [source] : [source, element],
        isTranscript: holder === 'Transcript',
      });
    if (texts.length === 0) warnings.push(left(source, file));
    for (const child of childrenOf(source))
      if (/^(?:PDF|Picture|Audio|Video)Selection$/u.test(child.name)) warnings.push(left(child, file));
  }
  return { sources, warnings };
}

const nameOf = (source: XmlElement, text: XmlElement): string =>
  filled(source.attributes['name']) ??
  filled(text.attributes['name']) ??
  normalGuid(source.attributes['guid']);

/** The text of a source; null where its file is not there. */
export async function textOf(
  { element }: TextSource,
  files: SourceFiles,
  folder: string,
): Promise<{ readonly text: string } | { readonly missing: string }> {
  const [content] = childrenNamed(element, 'PlainTextContent');
  if (content) return { text: textIn(content) };
  const path = element.attributes['plainTextPath'];
  if (path === undefined) return { missing: element.attributes['richTextPath'] ?? 'plainTextPath' };
  const file = files.find(path, folder);
  return file ? { text: await file.whole() } : { missing: path };
}

/** What is selected in a text. Of a transcript, by the points in it that a recording is bound to. */
export function selectionsOf(
  { element }: TextSource,
  file: string,
): { readonly selections: readonly TextSelection[]; readonly warnings: readonly Problem[] } {
  const points = new Map(
    childrenNamed(element, 'SyncPoint').map(({ attributes }) => [
      normalGuid(attributes['guid']),
      numberIn(attributes['position']),
    ]),
  );
  const selections: TextSelection[] = [];
  const warnings: Problem[] = [];
  for (const selection of childrenOf(element)) {
    const { attributes, line, name } = selection;
    const isOfTranscript = name === 'TranscriptSelection';
    if (name !== 'PlainTextSelection' && !isOfTranscript) continue;
    const start = isOfTranscript
      ? points.get(normalGuid(attributes['fromSyncPoint']))
      : numberIn(attributes['startPosition']);
    const end = isOfTranscript
      ? points.get(normalGuid(attributes['toSyncPoint']))
      : numberIn(attributes['endPosition']);
    const guid = filled(normalGuid(attributes['guid'])) ?? `line ${line}`;
    if (start === undefined || end === undefined)
      warnings.push(problem('format-line-broken', { file, line, detail: `<${name}> ${guid}` }));
    else selections.push({ guid, start, end, quote: filled(attributes['name']) ?? null, element: selection });
  }
  return { selections, warnings };
}

const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\s*[+-]?\d{1,15}\s*$/u.test(text) ? Number(text) : undefined;
