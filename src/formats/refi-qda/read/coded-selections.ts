import { problem, type Problem } from '../../../core/problem';
import { childrenNamed, type XmlElement } from '../../xml/tree';
import { filled, normalGuid } from '../guid';
import type { ProjectParts } from './project-parts';
import type { LinkEnd } from './links';
import type { TextSelection, TextSource } from './sources';

/** What becomes of a selection: the annotations that its codings make, by the ids they get. */
export interface CodedSelection {
  readonly selection: TextSelection;
  readonly codings: readonly { readonly id: string; readonly element: XmlElement | null }[];
}

/**
 * The selections that begin an annotation, with what codes them. The id of an annotation is the GUID of its coding, or
 * of its selection where nothing codes it.
 */
export function codedSelections(
  selections: readonly TextSelection[],
  { isOwn, links, file }: Pick<ProjectParts, 'isOwn' | 'links' | 'file'>,
): { readonly coded: readonly CodedSelection[]; readonly warnings: readonly Problem[] } {
  const warnings: Problem[] = [];
  const taken = new Set<string>();
  const unique = (guid: string, line: number): string => {
    if (taken.has(guid)) warnings.push(problem('format-id-again', { file, line, id: guid }));
    let id = guid;
    for (let again = 2; taken.has(id); again += 1) id = `${guid} (${again})`;
    taken.add(id);
    return id;
  };
  const coded = selections
    .filter(({ guid }) => !links.first.has(guid))
    .map((selection): CodedSelection => {
      const codings = childrenNamed(selection.element, 'Coding').map((element) => ({
        id: unique(filled(normalGuid(element.attributes['guid'])) ?? `line ${element.line}`, element.line),
        element,
      }));
      if (codings.length > 0) return { selection, codings };
      return {
        selection,
        codings: isOwn ? [] : [{ id: unique(selection.guid, selection.element.line), element: null }],
      };
    });
  return { coded, warnings };
}

/** Where links may lead in a document: to its selections, to their codings, and to those of the whole. */
export function* linkEnds(
  key: string,
  coded: readonly CodedSelection[],
  { elements }: TextSource,
): Generator<[string, LinkEnd]> {
  for (const { selection, codings } of coded) {
    yield [selection.guid, { document: key, annotation: codings[0]?.id ?? null }];
    for (const { id } of codings) yield [id, { document: key, annotation: id }];
  }
  for (const coding of elements.flatMap((one) => childrenNamed(one, 'Coding'))) {
    const id = normalGuid(coding.attributes['guid']);
    yield [id, { document: key, annotation: id }];
  }
}
