import { v5 as uuidOf, validate } from 'uuid';
import type { Origin } from '../../core/model/origin';
import type { AnyRecord } from '../../core/model/records';

/** The name of the format, and of what came from it. */
export const formatName = 'refi-qda';

/** The namespace from which ids that are no GUIDs get one: always the same for the same id. */
const namespace = '7d3f5a9e-6c1b-4e0a-9b57-2f1e8c4d6a30';

/** The GUID that stands for an id, which may be one itself. */
export const guidFrom = (id: string): string => (validate(id) ? id : uuidOf(id, namespace));

/**
 * The GUID under which a record came in, else the one that stands for its id. Ids that are no GUIDs may be those of
 * records of other kinds as well, while a project has each GUID once.
 */
export function guidOf({ record, id, origin }: AnyRecord & { readonly origin: Origin | null }): string {
  const came = origin?.format === formatName ? origin.id : null;
  return guidFrom(came ?? (validate(id) ? id : `${record}.${id}`));
}

/** A GUID as files have it: in braces or not, in letters of either case (GUIDType). */
export const normalGuid = (written: string | undefined): string =>
  (written ?? '')
    .trim()
    .replace(/^\{(.*)\}$/u, '$1')
    .toLowerCase();

/** What an attribute says, where it says anything. */
export const filled = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : text;
