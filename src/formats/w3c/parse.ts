import type { RoleId, Timestamp, TypeId, EntryId } from '../../core/ids';
import { statuses, type Status } from '../../core/model/document';
import type { AttributeValues } from '../../core/model/codebook';
import type { Json, Origin } from '../../core/model/origin';
import { problem } from '../../core/problem';
import type { AnnotationDraft, DocumentDraft, LinkDraft, Parsed, TargetDraft } from '../exchange/drafts';
import type { SourceFile } from '../exchange/format';
import { recordSchemas } from '../json/schema';
import { isObject, listIn, parseJson, wordsIn, type JsonObject } from '../json-lines/json';
import { fallbackName } from '../json-lines/names';
import { readMetadata } from '../json-lines/metadata';
import { charactersReplaced, cutsOf } from '../json-lines/records';
import { soundJson } from '../json-lines/sound-json';
import { SpanReader } from '../json-lines/span-reader';
import { readCodebook, readEntry } from './codebook';
import { spanOf } from './selectors';
import { annotationUrn, documentUrn, entryUrn } from './vocabulary';

const format = 'w3c';

export async function* parse(files: readonly SourceFile[]): AsyncGenerator<Parsed> {
  for (const file of files) {
    let count = 0;
    // A project without documents is its codebook.
    let hasCodebook = false;
    for await (const cut of cutsOf(file)) {
      if ('kind' in cut) {
        yield cut;
        continue;
      }
      const { member, line } = cut;
      if (!read.has(member)) continue;
      const { json, replaced } = soundJson(cut.json);
      const value = parseJson(json);
      if (replaced > 0) yield charactersReplaced(file.path, line, replaced);
      if (value === undefined)
        yield warning(problem('format-line-broken', { file: file.path, line, detail: 'JSON' }));
      else if (member === 'documents') yield* readDocument(value, file.path, line, (count += 1));
      else if (member === 'codebook') {
        const { codebook, unfit } = readCodebook(value);
        if (unfit > 0) yield unfitMember(file.path, line, `codebook (${unfit})`);
        yield { kind: 'codebook', codebook };
        hasCodebook = true;
      } else {
        const entry = readEntry(value);
        yield entry ? { kind: 'entry', entry } : unfitMember(file.path, line, 'entry');
      }
    }
    // Annotations of texts that stand elsewhere: there is nothing to put them onto.
    if (count === 0 && !hasCodebook) yield unfitMember(file.path, 1, 'documents');
  }
}

const read: ReadonlySet<string> = new Set(['codebook', 'entries', 'documents']);

const warning = (told: ReturnType<typeof problem>): Parsed => ({ kind: 'warning', problem: told });
const unfitMember = (file: string, line: number, field: string): Parsed =>
  warning(problem('format-value-unfit', { file, line, id: '', field }));

function* readDocument(value: Json, file: string, line: number, count: number): Generator<Parsed> {
  const document = isObject(value) ? value : {};
  const text = wordsIn(document['text']);
  const reader = new SpanReader(text ?? '', { file, line });
  if (text === undefined) reader.unfit('', 'text');
  const page = reader.members(document['annotations'], 'annotations');
  const id = wordsIn(document['id']);
  const draft: DocumentDraft = {
    key: id === undefined ? `${file}:${line}:${count}` : documentUrn.in(id),
    name: wordsIn(document['documentName']) ?? fallbackName(file, count),
    text: text ?? '',
    metadata: readMetadata(reader.members(document['metadata'], 'metadata')).metadata,
    attributes: attributesIn(document['attributes'], '', reader),
    status: statusIn(document['status']),
    note: wordsIn(document['note']) ?? '',
    segmentations: reader
      .list(document['segmentations'], 'segmentations')
      .flatMap((one) => segmentationIn(one, reader)),
    annotations: reader
      .list(page['items'], 'items')
      .flatMap((one, index) => annotationIn(one, index, reader)),
    origin: originIn(document['origin'], id),
  };
  for (const told of reader.warnings) yield warning(told);
  if (text !== undefined) yield { kind: 'document', document: draft };
}

const statusIn = (value: Json | undefined): Status => statuses.find((status) => status === value) ?? 'draft';

/** Where the record came from before, else from the file itself. */
function originIn(value: Json | undefined, id: string | undefined): Origin | null {
  const parsed = recordSchemas.term.shape.origin.safeParse(value);
  return parsed.success ? parsed.data : { format, id: id ?? null, fields: {} };
}

function attributesIn(value: Json | undefined, id: string, reader: SpanReader): AttributeValues {
  const parsed = recordSchemas.annotation.shape.attributes.safeParse(value ?? {});
  if (!parsed.success) reader.unfit(id, 'attributes');
  return parsed.success ? parsed.data : {};
}

function segmentationIn(value: Json, reader: SpanReader): DocumentDraft['segmentations'] {
  const { unit, spans } = recordSchemas.segmentation.shape;
  const one = isObject(value) ? value : {};
  const [parsedUnit, parsedSpans] = [unit.safeParse(one['unit']), spans.safeParse(one['spans'])];
  if (parsedUnit.success && parsedSpans.success)
    return [{ unit: parsedUnit.data, spans: parsedSpans.data, origin: originIn(one['origin'], undefined) }];
  reader.unfit('', 'segmentations');
  return [];
}

function timeIn(value: Json | undefined): Timestamp | null {
  const parsed = recordSchemas.annotation.shape.createdAt.safeParse(value);
  return parsed.success ? parsed.data : null;
}

function annotationIn(value: Json, index: number, reader: SpanReader): readonly AnnotationDraft[] {
  const annotation = isObject(value) ? value : {};
  const name = wordsIn(annotation['id']);
  const id = reader.freeId(
    name === undefined ? undefined : annotationUrn.in(name),
    `annotation ${index + 1}`,
  );
  const body = isObject(annotation['body']) ? annotation['body'] : {};
  const type = wordsIn(body['class']);
  if (type === undefined) {
    reader.unfit(id, 'class');
    return [];
  }
  const targets = isObject(annotation['target']) ? [annotation['target']] : listIn(annotation['target']);
  const fragments = targets.map((target) =>
    isObject(target) ? spanOf(target['selector'], reader, id) : null,
  );
  const sound = fragments.filter((fragment) => fragment !== null);
  // A part of an annotation is not the annotation.
  if (sound.length < fragments.length) return [];
  const creator = isObject(annotation['creator']) ? annotation['creator']['name'] : undefined;
  const identity = wordsIn(body['identity']);
  return [
    {
      id,
      type: type as TypeId,
      fragments: sound,
      attributes: attributesIn(body['attributes'], id, reader),
      entry: identity === undefined ? null : (entryUrn.in(identity) as EntryId),
      links: listIn(body['fillers']).flatMap((filler) => linkIn(filler, id, reader)),
      coder: typeof creator === 'string' ? creator : null,
      status: statusIn(body['status']),
      note: wordsIn(body['note']) ?? '',
      createdAt: timeIn(annotation['created']),
      modifiedAt: timeIn(annotation['modified']),
      origin: originIn(body['origin'], name),
    },
  ];
}

function linkIn(value: Json, id: string, reader: SpanReader): readonly LinkDraft[] {
  const filler = isObject(value) ? value : {};
  const role = wordsIn(filler['role']);
  const target = role === undefined ? null : targetIn(filler, id, reader);
  if (role === undefined) reader.unfit(id, 'role');
  if (role === undefined || !target) return [];
  const origin = isObject(filler['origin']) ? originIn(filler['origin'], undefined) : null;
  return [{ role: role as RoleId, target, origin }];
}

function targetIn(filler: JsonObject, id: string, reader: SpanReader): TargetDraft | null {
  const entry = wordsIn(filler['fillerEntry']);
  if (entry !== undefined) return { by: 'entry', entry: entryUrn.in(entry) as EntryId };
  const annotation = wordsIn(filler['fillerAnnotation']);
  const document = wordsIn(filler['fillerDocument']);
  if (annotation !== undefined)
    return {
      by: 'annotation',
      annotation: annotationUrn.in(annotation),
      document: document === undefined ? null : documentUrn.in(document),
    };
  const span = isObject(filler['target']) ? spanOf(filler['target']['selector'], reader, id) : null;
  if (!isObject(filler['target'])) reader.unfit(id, 'fillers');
  return span && { by: 'span', span };
}
