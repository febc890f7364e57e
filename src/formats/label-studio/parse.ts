import type { Timestamp } from '../../core/ids';
import { plainDocument, type AnnotationDraft, type DocumentDraft, type Parsed } from '../exchange/drafts';
import type { ParseContext, SourceFile } from '../exchange/format';
import { GrowingCodebook } from '../exchange/growing-codebook';
import { withCodebook } from '../json-lines/documents';
import { idIn, wordsIn, without, type JsonObject } from '../json-lines/json';
import { readMetadata } from '../json-lines/metadata';
import { fallbackName } from '../json-lines/names';
import { readRecords } from '../json-lines/records';
import { SpanReader } from '../json-lines/span-reader';
import { unitOf } from './offsets';
import { RegionReader } from './regions';
import { coderOf, format, taskOf, textMemberOf, type Task } from './task';
import { isSeveral } from './values';

export async function* parse(
  files: readonly SourceFile[],
  { options, language }: ParseContext,
): AsyncGenerator<Parsed> {
  for (const file of files.filter(({ path }) => !path.endsWith('.xml'))) {
    const codebook = new GrowingCodebook(format, language);
    const multiple = await controlsOfSeveral(file);
    let count = 0;
    for await (const item of readRecords(file)) {
      if (item.kind === 'warning') {
        yield item;
        continue;
      }
      const task = taskOf(item.value);
      const textMember = textMemberOf(task.data);
      const text = textMember === undefined ? undefined : wordsIn(task.data[textMember]);
      const reader = new SpanReader(text ?? '', { file: file.path, line: item.line });
      count += 1;
      if (textMember === undefined || text === undefined)
        reader.unfit(idIn(task.members['id']) ?? '', 'data');
      else {
        const draft = readTask(task, textMember, text, reader, codebook, multiple, options['offsets'], count);
        yield* withCodebook(codebook, draft);
      }
      for (const problem of reader.warnings) yield { kind: 'warning', problem };
    }
  }
}

/** The controls with which more than one thing was chosen for some region: what they tell is a list. */
async function controlsOfSeveral(file: SourceFile): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for await (const item of readRecords(file))
    if (item.kind === 'record')
      for (const { result } of taskOf(item.value).sets)
        for (const one of result) if (isSeveral(one)) found.add(idIn(one['from_name']) ?? '');
  return found;
}

function readTask(
  { data, members, sets }: Task,
  textMember: string,
  text: string,
  reader: SpanReader,
  codebook: GrowingCodebook,
  multiple: ReadonlySet<string>,
  offsets: string | boolean | undefined,
  count: number,
): DocumentDraft {
  const asked = offsets === 'utf-16' || offsets === 'code-points' ? offsets : null;
  const unit =
    asked ??
    unitOf(
      text,
      sets.flatMap(({ result }) => result),
    );
  const annotations = sets.flatMap((set, index): readonly AnnotationDraft[] => {
    const regions = new RegionReader(reader, codebook, unit, multiple, index + 1);
    const coder = coderOf(set.members);
    const createdAt = timeIn(set.members, 'created_at');
    const modifiedAt = timeIn(set.members, 'updated_at');
    return regions.read(set.result).map((draft) => ({ ...draft, coder, createdAt, modifiedAt }));
  });
  const { metadata, untold } = readMetadata(without(data, new Set([textMember, 'name'])));
  const { file, line } = reader.place;
  const origin = {
    format,
    id: idIn(members['id']) ?? null,
    fields: {
      textMember,
      untold,
      members,
      sets: sets.map((set) => ({ coder: coderOf(set.members), members: set.members })),
    },
  };
  const name = wordsIn(data['name']) ?? fallbackName(file, count);
  return { ...plainDocument(`${file}:${line}`, name, text, origin), metadata, annotations };
}

function timeIn(members: JsonObject, name: string): Timestamp | null {
  const time = new Date(wordsIn(members[name]) ?? '');
  const isSane = time.getUTCFullYear() > 1900 && time.getUTCFullYear() < 3000;
  return isSane ? (time.toISOString() as Timestamp) : null;
}
