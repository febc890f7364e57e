import type { ExportSelection } from '../../contract/exchange';
import type { AnnotationId } from '../../core/ids';
import type { AnnotationRecord, LinkRecord } from '../../core/model/annotation';
import type { DocumentRecord } from '../../core/model/document';
import { fitting } from '../segments/fitting';
import { annotations } from '../storage/records/annotations';
import type { Reader } from '../storage/file/connection';

/** Tells of each record whether it is exported. */
export interface Selected {
  document(document: Pick<DocumentRecord, 'id'>): boolean;
  annotation(annotation: AnnotationRecord): boolean;
  /** An annotation that is exported, of whichever document. */
  find(id: AnnotationId): AnnotationRecord | undefined;
  /** Whether what fills a role is exported; of the annotation whose role it is, somebody else has asked. */
  filler(link: LinkRecord): boolean;
}

/** What a person has chosen of a project. */
export function selected(reader: Reader, selection: ExportSelection): Selected {
  const includes = <Item extends string>(chosen: readonly Item[] | null): ((item: Item) => boolean) => {
    const set = chosen && new Set(chosen);
    return (item) => set?.has(item) ?? true;
  };
  const [document, coder, type, status] = [
    includes(selection.documents),
    includes(selection.coders),
    includes(selection.types),
    includes(selection.statuses),
  ];
  const fits = selection.filter && fitting(reader, selection.filter);
  const isSelected = (one: AnnotationRecord): boolean =>
    document(one.document) &&
    coder(one.coder) &&
    type(one.type) &&
    status(one.status) &&
    (fits?.annotation(one) ?? true);
  const find = (id: AnnotationId): AnnotationRecord | undefined => {
    const found = annotations.find(reader, id);
    return found && isSelected(found) ? found : undefined;
  };
  const isAll = Object.values(selection).every((chosen) => chosen === null);
  return {
    document: ({ id }) => document(id) && (fits?.document(id) ?? true),
    annotation: isSelected,
    find,
    filler: ({ target }) => isAll || target.by !== 'annotation' || find(target.annotation) !== undefined,
  };
}
