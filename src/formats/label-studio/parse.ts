import { timestampOf, type Timestamp } from '../../core/ids';
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

/** What all tasks of a file are read with. */
interface FileReading {
  readonly codebook: GrowingCodebook;
  /** See `controlsOfSeveral`. */
  readonly multiple: ReadonlySet<string>;
  /** The unit of offsets that was asked for; null where each task is to tell. */
  readonly unit: 'utf-16' | 'code-points' | null;
}

/** Where the text of a task stands in its data. */
interface TaskText {
  readonly member: string;
  readonly text: string;
}

/** Reads the tasks of each file. */
export async function* parse(
  files: readonly SourceFile[],
  { options: { offsets }, language }: ParseContext,
): AsyncGenerator<Parsed> {
  const unit = offsets === 'utf-16' || offsets === 'code-points' ? offsets : null;
  for (const file of files.filter(({ path }) => !path.endsWith('.xml'))) {
    const codebook = new GrowingCodebook(format, language);
    yield* readFile(file, { codebook, multiple: await controlsOfSeveral(file), unit });
  }
}

async function* readFile(file: SourceFile, reading: FileReading): AsyncGenerator<Parsed> {
  let count = 0;
  for await (const item of tasksOf(file)) {
    if (item.kind === 'warning') {
      yield item;
      continue;
    }
    count += 1;
    const { task, line } = item;
    const found = taskText(task);
    const reader = new SpanReader(found?.text ?? '', { file: file.path, line });
    for (const field of task.strays) reader.unfit(idIn(task.members['id']) ?? '', field);
    if (found) yield* withCodebook(reading.codebook, readTask(task, found, reader, reading, count));
    else reader.unfit(idIn(task.members['id']) ?? '', 'data');
    for (const problem of reader.warnings) yield { kind: 'warning', problem };
  }
}

function taskText({ data }: Task): TaskText | null {
  const member = textMemberOf(data);
  const text = member === undefined ? undefined : textIn(data[member]);
  return member === undefined || text === undefined ? null : { member, text };
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

/** Reads a task, which is the `count`-th of its file. */
function readTask(
  { data, members, sets }: Task,
  { member: textMember, text }: TaskText,
  reader: SpanReader,
  { codebook, multiple, unit: asked }: FileReading,
  count: number,
): DocumentDraft {
  const results = sets.flatMap(({ result }) => result);
  const unit = asked ?? unitOf(text, results);
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
