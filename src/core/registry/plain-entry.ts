import type { EntryId } from '../ids';
import type { EntryRecord } from '../model/annotation';

/** An entry of the registry of which nothing is known but its kind and its name. */
export const plainEntry = (id: EntryId, kind: EntryRecord['kind'], name: string): EntryRecord => ({
  record: 'entry',
  id,
  kind,
  type: null,
  name,
  aliases: [],
  identifiers: [],
  note: '',
  date: null,
  place: null,
  attributes: {},
  origin: null,
});
