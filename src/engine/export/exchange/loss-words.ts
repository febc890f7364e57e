import type { Loss, LossWords } from '../../../core/exchange/losses';
import type {
  AnnotationId,
  AttributeId,
  DocumentId,
  EntryId,
  LinkId,
  RoleId,
  SegmentationId,
  TermId,
  TypeId,
} from '../../../core/ids';
import { quoteOf, type AnnotationRecord, type LinkRecord } from '../../../core/model/annotation';
import { nameFor } from '../../../formats/codebook/losses';
import { annotations } from '../../storage/records/annotations';
import { attributes, roles, terms, types } from '../../storage/records/codebook';
import type { Reader } from '../../storage/file/connection';
import { documents } from '../../storage/records/documents';
import { links, linksOfAnnotation } from '../../storage/records/links';
import { entries } from '../../storage/records/registry';
import { segmentations } from '../../storage/records/segmentations';

/** How much of an annotation's words a report shows, in code points. */
const longest = 100;

function shortened(words: string): string {
  const characters = Array.from(
    words
      .replaceAll(/\s+/gu, ' ')
      .trim()
      .slice(0, 4 * longest),
  );
  return characters.length > longest
    ? `${characters.slice(0, longest).join('').trimEnd()}…`
    : characters.join('');
}

/** Tells what people know lost things by, with the names that types, roles and attributes have in a language. */
export function lossWords(reader: Reader, language: string): (loss: Loss) => LossWords {
  const named = (names: Readonly<Record<string, string>> | undefined): string =>
    names ? nameFor(names, language) : '';

  function wordsOf(annotation: AnnotationRecord): string {
    if (annotation.fragments.length > 0) return quoteOf(annotation);
    return linksOfAnnotation(reader, annotation.id)
      .filter((link) => link.annotation === annotation.id)
      .map(fillerOf)
      .join(' → ');
  }

  /** A relation that fills a role of another is named by its type: of what fills what, one step is enough. */
  function fillerOf({ target }: LinkRecord): string {
    if (target.by === 'span') return target.span.quote;
    if (target.by === 'entry') return entries.find(reader, target.entry)?.name ?? '';
    const annotation = annotations.find(reader, target.annotation);
    const quote = annotation ? quoteOf(annotation) : '';
    return quote === '' && annotation ? named(types.find(reader, annotation.type)?.names) : quote;
  }

  /** The name of what belongs to the whole project. */
  const projectWords = (id: string): string =>
    named(types.find(reader, id as TypeId)?.names) ||
    (terms.find(reader, id as TermId)?.name ?? entries.find(reader, id as EntryId)?.name ?? '');

  function found(id: string): Omit<LossWords, 'partName'> & { readonly role: string | null } {
    const link = links.find(reader, id as LinkId);
    const annotation = annotations.find(reader, link?.annotation ?? (id as AnnotationId));
    const role = link ? named(roles.find(reader, link.role)?.names) : null;
    if (annotation) return { words: shortened(wordsOf(annotation)), documentId: annotation.document, role };
    const document =
      documents.find(reader, id as DocumentId)?.id ??
      segmentations.find(reader, id as SegmentationId)?.document ??
      null;
    return { words: document === null ? shortened(projectWords(id)) : '', documentId: document, role };
  }

  const known = new Map<string, ReturnType<typeof found>>();
  const names = new Map<string, string>();
  return ({ record, part }) => {
    const about = known.get(record) ?? found(record);
    known.set(record, about);
    const { role, ...where } = about;
    if (part === null) return { ...where, partName: role };
    const partName =
      names.get(part) ??
      (named(
        attributes.find(reader, part as AttributeId)?.names ?? roles.find(reader, part as RoleId)?.names,
      ) ||
        part);
    names.set(part, partName);
    return { ...where, partName };
  };
}
