import { type Timestamp, timestampOf } from '../../core/ids';
import { plainDocument, type AnnotationDraft, type DocumentDraft, type Parsed } from '../exchange/drafts';
import type { ParseContext, SourceFile } from '../exchange/format';
import { GrowingCodebook } from '../exchange/growing-codebook';
import { withCodebook } from '../json-lines/documents';
import { idIn, textIn, wordsIn, without, type JsonObject } from '../json-lines/json';
import { readMetadata } from '../json-lines/metadata';
import { fallbackName } from '../json-lines/names';
import { readRecords, type Warning } from '../json-lines/records';
import { SpanReader } from '../json-lines/span-reader';
import { unitOf } from './offsets';
import { RegionReader } from './regions';
import { keptSet } from './sets';
import { coderOf, format, isSameTask, taskOf, textMemberOf, together, type Task } from './task';
import { isSeveral } from './values';

/** Reads the tasks of each file. */
export async function* parse(
  files: readonly SourceFile[],
  { options, language }: ParseContext,
): AsyncGenerator<Parsed> {
  for (const file of files.filter(({ path }) => !path.endsWith('.xml'))) {
    const codebook = new GrowingCodebook(format, language);
    const multiple = await controlsOfSeveral(file);
    let count = 0;
    for await (const item of tasksOf(file)) {
      if (item.kind === 'warning') {
        yield item;
        continue;
      }
      const { task } = item;
      const textMember = textMemberOf(task.data);
      const text = textMember === undefined ? undefined : textIn(task.data[textMember]);
      const reader = new SpanReader(text ?? '', { file: file.path, line: item.line });
      count += 1;
      for (const field of task.strays) reader.unfit(idIn(task.members['id']) ?? '', field);
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

interface FoundTask {
  readonly kind: 'task';
  readonly line: number;
  readonly task: Task;
}

/** The tasks of a file. JSON_MIN has one record for each annotator, those of a task one after the other. */
async function* tasksOf(file: SourceFile): AsyncGenerator<FoundTask | Warning> {
  let held: { readonly line: number; readonly records: readonly JsonObject[] } | null = null;
  const release = function* (): Generator<FoundTask> {
    const [first, ...others] = (held?.records ?? []).map(taskOf);
    if (held && first) yield { kind: 'task', line: held.line, task: together(first, ...others) };
    held = null;
  };
  for await (const item of readRecords(file)) {
    if (item.kind === 'warning') {
      yield item;
      continue;
    }
    const last = held?.records.at(-1);
    if (held && last && isSameTask(last, item.value)) {
      held = { line: held.line, records: [...held.records, item.value] };
      continue;
    }
    yield* release();
    held = { line: item.line, records: [item.value] };
  }
  yield* release();
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
  const kept: (readonly JsonObject[])[] = [];
  const annotations = sets.flatMap((set, index): readonly AnnotationDraft[] => {
    const coder = coderOf(set.members);
    const isOnly = sets.filter(({ members: other }) => coderOf(other) === coder).length === 1;
    const regions = new RegionReader(reader, codebook, unit, multiple, { index, isOnly });
    const createdAt = timeIn(set.members, 'created_at');
    const modifiedAt = timeIn(set.members, 'updated_at');
    const drafts = regions.read(set.result);
    kept.push(regions.kept);
    return drafts.map((draft) => ({ ...draft, coder, createdAt, modifiedAt }));
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
      sets: sets.map((set, index) => keptSet(coderOf(set.members), set.members, kept[index] ?? [])),
    },
  };
  const name = wordsIn(data['name']) ?? fallbackName(file, count);
  return { ...plainDocument(`${file}:${line}`, name, text, origin), metadata, annotations };
}

function timeIn(members: JsonObject, name: string): Timestamp | null {
  const time = new Date(wordsIn(members[name]) ?? '');
  const isSane = time.getUTCFullYear() > 1900 && time.getUTCFullYear() < 3000;
  return isSane ? timestampOf(time) : null;
}
