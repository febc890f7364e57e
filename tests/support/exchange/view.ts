import type { AnnotationRecord, EntryRecord, LinkRecord } from '../../../src/core/model/annotation';
import type { AttributeValues } from '../../../src/core/model/codebook';
import type { Project } from '../../../src/engine/project';
import { annotationsOf } from '../../../src/engine/storage/records/annotations';
import { coders } from '../../../src/engine/storage/records/coders';
import { documents } from '../../../src/engine/storage/records/documents';
import { linksOfDocument } from '../../../src/engine/storage/records/links';
import { entries } from '../../../src/engine/storage/records/registry';
import { segmentationsOf } from '../../../src/engine/storage/records/segmentations';

/** What of an annotation can be compared between two projects; undefined where a loss leaves it open. */
export interface AnnotationView {
  readonly id: string;
  readonly type: string;
  readonly fragments: readonly (readonly [start: number, end: number])[] | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly entry: string | null | undefined;
  readonly coder: string | undefined;
  readonly status: string | undefined;
  readonly note: string | undefined;
  readonly createdAt: string | undefined;
  readonly links: readonly LinkView[];
}

export interface LinkView {
  readonly id: string;
  readonly role: string;
  /** The id of the annotation that fills the role; else what else does, in words. */
  readonly filler: { readonly annotation: string } | string;
}

export interface DocumentView {
  readonly id: string;
  readonly name: string | undefined;
  readonly text: string | undefined;
  readonly metadata: Readonly<Record<string, string | undefined>>;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly status: string | undefined;
  readonly note: string | undefined;
  readonly segmentations: readonly { readonly id: string; readonly what: string }[];
  readonly annotations: readonly AnnotationView[];
}

/** What two projects with the same codebook can be compared by: without the ids that an import makes anew. */
export function viewOf(project: Project): readonly DocumentView[] {
  const { reader } = project;
  const names = new Map(entries.all(reader).map((entry) => [entry.id, describeEntry(entry)]));
  const coderNames = new Map(coders.all(reader).map(({ id, name }) => [id, name]));
  return documents.all(reader).map((document) => {
    const links = linksOfDocument(reader, document.id);
    return {
      id: document.id,
      name: document.name,
      text: project.readText(document.id) ?? '',
      metadata: document.metadata,
      attributes: valuesOf(document.attributes),
      status: document.status,
      note: document.note,
      segmentations: segmentationsOf(reader, document.id).map(({ id, unit, spans }) => ({
        id,
        what: JSON.stringify([unit, spans]),
      })),
      annotations: annotationsOf(reader, document.id).map((annotation) => ({
        id: annotation.id,
        type: annotation.type,
        fragments: annotation.fragments.map(({ start, end }) => [start, end] as const),
        attributes: valuesOf(annotation.attributes),
        entry: annotation.entry && (names.get(annotation.entry) ?? null),
        coder: coderNames.get(annotation.coder),
        status: annotation.status,
        note: annotation.note,
        createdAt: annotation.createdAt,
        links: linksFrom(annotation, links, names),
      })),
    };
  });
}

const describeEntry = ({ kind, name, identifiers }: EntryRecord): string =>
  JSON.stringify([kind, name, identifiers]);

const valuesOf = (values: AttributeValues): Readonly<Record<string, unknown>> => ({ ...values });

function linksFrom(
  { id }: AnnotationRecord,
  links: readonly LinkRecord[],
  names: ReadonlyMap<string, string>,
): readonly LinkView[] {
  return links
    .filter(({ annotation }) => annotation === id)
    .map(({ id: link, role, target }) => ({
      id: link,
      role,
      filler:
        target.by === 'annotation'
          ? { annotation: target.annotation }
          : target.by === 'entry'
            ? `entry ${names.get(target.entry) ?? ''}`
            : `span ${target.span.start} ${target.span.end}`,
    }));
}
