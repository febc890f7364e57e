import type { Json } from '../../core/model/origin';
import {
  idIn,
  isList,
  isObject,
  listIn,
  textIn,
  without,
  wordsIn,
  type JsonObject,
} from '../json-lines/json';

export const format = 'label-studio';

/** What one annotator made of a task. */
export interface ResultSet {
  readonly members: JsonObject;
  readonly result: readonly JsonObject[];
}

/** A task, whichever export it stands in. */
export interface Task {
  readonly data: JsonObject;
  readonly members: JsonObject;
  readonly sets: readonly ResultSet[];
  /** Where things stand that are none of these, by the names of their members. */
  readonly strays: readonly string[];
}

const setMembers: ReadonlySet<string> = new Set(['result']);
/** Before version 1.0, annotations were called completions. */
const taskMembers: ReadonlySet<string> = new Set(['data', 'annotations', 'completions']);

/** Reads a task of either export: the whole one, or the minimal one that has no `data`. */
export function taskOf(record: JsonObject): Task {
  if (!isObject(record['data'])) return fromMin(record);
  const strays: string[] = [];
  const objects = (value: Json | undefined, member: string): readonly JsonObject[] => {
    const list = listIn(value);
    const found = list.filter(isObject);
    if ((value !== undefined && value !== null && !isList(value)) || found.length < list.length)
      strays.push(member);
    return found;
  };
  const sets = ['annotations', 'completions'].flatMap((member) => objects(record[member], member));
  return {
    data: record['data'],
    members: without(record, taskMembers),
    sets: sets.map((set) => ({
      members: without(set, setMembers),
      result: objects(set['result'], 'result'),
    })),
    strays,
  };
}

/** Whether a record of JSON_MIN is what another annotator made of the same task. */
export const isSameTask = (a: JsonObject, b: JsonObject): boolean =>
  !isObject(a['data']) &&
  !isObject(b['data']) &&
  idIn(a['id']) !== undefined &&
  a['id'] === b['id'] &&
  a['text'] === b['text'];

/** One task of several that are the same. */
export const together = (first: Task, ...others: readonly Task[]): Task => ({
  ...first,
  sets: [first, ...others].flatMap(({ sets }) => sets),
});

/** What JSON_MIN says of the annotation beside the data. */
const ofSet = ['annotation_id', 'annotator', 'created_at', 'updated_at', 'lead_time', 'id'];

/** JSON_MIN has the data, and beside it the regions of each control under its name. */
function fromMin(record: JsonObject): Task {
  const controls = Object.entries(record).filter(([, value]) => holdsRegions(value));
  const names = new Set(controls.map(([name]) => name));
  const result = controls.flatMap(([from_name, regions]) =>
    listIn(regions)
      .filter(isObject)
      .map((value) => ({
        // Regions have no ids there: what stands at one place is one.
        id: `${JSON.stringify(value['start'])}-${JSON.stringify(value['end'])}`,
        from_name,
        to_name: 'text',
        type: 'labels' in value ? 'labels' : 'choices' in value ? 'choices' : 'textarea',
        value,
      })),
  );
  const members = Object.fromEntries(Object.entries(record).filter(([name]) => ofSet.includes(name)));
  return {
    data: without(record, new Set([...names, ...ofSet])),
    members: {},
    sets: [{ members, result }],
    strays: [],
  };
}

const holdsRegions = (value: Json): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isObject(one as Json) && 'start' in one);

/** The name under which the data has the text: `text`, else the longest there is. */
export function textMemberOf(data: JsonObject): string | undefined {
  if (textIn(data['text']) !== undefined) return 'text';
  const texts = Object.entries(data).filter(([, value]) => textIn(value) !== undefined);
  const lengthOf = ([, value]: [string, Json]): number => (typeof value === 'string' ? value.length : 0);
  return texts.sort((a, b) => lengthOf(b) - lengthOf(a))[0]?.[0];
}

/** Who made a set: as Postil wrote it, else by the address or the number of the user. */
export function coderOf({ coder, completed_by: user, annotator }: JsonObject): string | null {
  if (typeof coder === 'string') return coder;
  const who = user ?? annotator;
  if (typeof who === 'number') return `Label Studio ${who}`;
  return (isObject(who) ? wordsIn(who['email']) : wordsIn(who)) ?? null;
}
