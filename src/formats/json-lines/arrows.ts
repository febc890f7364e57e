import { plainAnnotation, type AnnotationDraft, type TargetDraft } from '../exchange/drafts';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import type { Json } from '../../core/model/origin';
import { idIn, isObject, listIn, without, wordsIn, type JsonObject } from './json';
import { fieldsFrom, fileId } from './origins';
import type { SpanReader } from './span-reader';
import type { Token } from './tokens';
import type { WrittenEnd, WrittenRelation } from './written';

/*
 * Relations as Prodigy writes them and as spaCy's projects read them (explosion/projects, tutorials/rel_component,
 * parse_data.py): `head` and `child` are the numbers of the last tokens of two spans, `head_span` and `child_span` the
 * spans themselves.
 */

/** Where tokens stand, by their number in the list. */
export interface TokenPlaces {
  readonly start: ReadonlyMap<number, number>;
  readonly end: ReadonlyMap<number, number>;
}

export const tokenPlaces = (tokens: readonly Token[]): TokenPlaces => ({
  start: new Map(tokens.map(({ start }, index) => [start, index])),
  end: new Map(tokens.map(({ end }, index) => [end, index])),
});

/** A stretch with the numbers of its first and last token, both of them in it. */
export const placed = (
  { start, end }: { readonly start: number; readonly end: number },
  places: TokenPlaces,
): JsonObject => ({
  start,
  end,
  token_start: places.start.get(start) ?? null,
  token_end: places.end.get(end) ?? null,
});

function endMember(end: WrittenEnd, places: TokenPlaces, format: string): JsonObject {
  if (end.annotation === null) return { ...placed(end, places), label: null };
  return { id: fileId(end.annotation, format), ...placed(end, places), label: end.label };
}

export function arrowOf(relation: WrittenRelation, places: TokenPlaces, format: string): JsonObject {
  const { annotation, label, from, to } = relation;
  return {
    ...fieldsFrom(annotation, format),
    id: fileId(annotation, format),
    head: places.end.get(from.end) ?? null,
    child: places.end.get(to.end) ?? null,
    head_span: endMember(from, places, format),
    child_span: endMember(to, places, format),
    label,
  };
}

const own: ReadonlySet<string> = new Set(['id', 'head', 'child', 'head_span', 'child_span', 'label']);

/** An annotation under the label that its file gives it. */
export interface ReadSpan {
  readonly label: string;
  readonly draft: AnnotationDraft;
}

/** Reads the arrows of a document whose spans were read before. */
export function readArrows(
  list: Json | undefined,
  spans: readonly ReadSpan[],
  tokens: readonly JsonObject[],
  reader: SpanReader,
  codebook: GrowingCodebook,
  format: string,
): AnnotationDraft[] {
  const byId = new Map(spans.map(({ draft }) => [draft.id, draft]));
  const target = (end: Json | undefined, token: Json | undefined, id: string): TargetDraft | null => {
    if (isObject(end)) {
      const known = byId.get(idIn(end['id']) ?? '');
      if (known) return { by: 'annotation', annotation: known.id, document: null };
    }
    const place = isObject(end) ? end : tokens.find((one) => one['id'] === token);
    if (!place) {
      reader.missing(id, idIn(token) ?? '');
      return null;
    }
    const span = reader.span(place['start'], place['end'], id);
    if (!span) return null;
    const endsThere = ({ draft }: ReadSpan): boolean => draft.fragments[0]?.end === span.end;
    const isThere = (one: ReadSpan): boolean =>
      endsThere(one) && one.draft.fragments[0]?.start === span.start;
    // Only the last token is told where there is no `head_span`.
    const isMeant = isObject(end)
      ? (one: ReadSpan): boolean => isThere(one) && one.label === end['label']
      : endsThere;
    const there = spans.find(isMeant);
    return there ? { by: 'annotation', annotation: there.draft.id, document: null } : { by: 'span', span };
  };
  return listIn(list).flatMap((one, index) => {
    const asked = isObject(one) ? idIn(one['id']) : undefined;
    const name = asked ?? `relation ${index + 1}`;
    if (!isObject(one)) {
      reader.unfit(name, 'relations');
      return [];
    }
    const label = wordsIn(one['label']);
    if (label === undefined) {
      reader.unfit(name, 'label');
      return [];
    }
    const head = target(one['head_span'], one['head'], name);
    const child = target(one['child_span'], one['child'], name);
    if (!head || !child) return [];
    const type = codebook.type('relation', label);
    const [from, to] = [codebook.role(type, 'head'), codebook.role(type, 'child')];
    return [
      {
        ...plainAnnotation(reader.freeId(asked, name), type, [], {
          format,
          id: asked ?? null,
          fields: without(one, own),
        }),
        links: [
          { role: from, target: head, origin: null },
          { role: to, target: child, origin: null },
        ],
      },
    ];
  });
}
