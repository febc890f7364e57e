import type { Diff } from '../../core/diff';
import type { CoderId, EntryId } from '../../core/ids';
import type { AnnotationRecord, EntryRecord } from '../../core/model/annotation';
import { mentionText } from '../../core/registry/mention-text';
import type { KnownEntry } from '../../core/registry/propose';
import type { Project } from '../project';
import { mentionTexts } from '../storage/queries/mentions';
import { entries } from '../storage/records/registry';

type Texts = Map<string, number>;

interface Known {
  readonly entry: EntryRecord;
  readonly byCoder: Map<CoderId, Texts>;
}

/** The entries of a project with what their mentions are called, kept up to date by its changes. */
export interface KnownEntries {
  /**
   * Those of which a name or a mention is filed under one of the keys; now and then one too many. The mentions by
   * some coders are left out.
   */
  under(keys: Iterable<string>, hidden: ReadonlySet<CoderId>): readonly KnownEntry[];
}

/** Says under which keys a text is filed. Of a project it has to be the same each time. */
type KeysOf = (text: string) => Iterable<string>;

const kept = new WeakMap<Project, KnownEntries>();

/**
 * What is known of a project's entries. It is read once, since proposals are asked for at every step of a coder, and
 * follows every change from then on.
 */
export function knownEntries(project: Project, keysOf: KeysOf): KnownEntries {
  let known = kept.get(project);
  if (!known) kept.set(project, (known = follow(project, keysOf)));
  return known;
}

function follow(project: Project, keysOf: KeysOf): KnownEntries {
  let register: Register | null = null;
  project.events.subscribe((name, event) => {
    if (name === 'replaced') register = null;
    else if (name === 'changed' && event !== null && 'diff' in event) {
      if (event.diff) register?.apply(event.diff);
      else register = null;
    }
  });
  return {
    under: (keys, hidden) => {
      register ??= read(project, keysOf);
      return register.under(keys, hidden);
    },
  };
}

function read({ reader }: Project, keysOf: KeysOf): Register {
  return reader.snapshot(() => {
    const register = new Register(keysOf);
    for (const entry of entries.all(reader)) register.put(entry);
    for (const { entry, coder, text, mentions } of mentionTexts(reader))
      register.count(entry, coder, text, mentions);
    return register;
  });
}

/** Entries by the keys of their texts. What an entry is no longer called stays filed: comparing tells. */
class Register {
  readonly #entries = new Map<EntryId, Known>();
  readonly #byKey = new Map<string, Set<EntryId>>();
  readonly #keysOf: KeysOf;

  constructor(keysOf: KeysOf) {
    this.#keysOf = keysOf;
  }

  put(entry: EntryRecord): void {
    this.#entries.set(entry.id, {
      entry,
      byCoder: this.#entries.get(entry.id)?.byCoder ?? new Map<CoderId, Texts>(),
    });
    for (const name of [entry.name, ...entry.aliases]) this.#file(entry.id, name);
  }

  count(id: EntryId, coder: CoderId, text: string, by: number): void {
    const byCoder = this.#entries.get(id)?.byCoder;
    if (!byCoder) return;
    const texts: Texts = byCoder.get(coder) ?? new Map<string, number>();
    byCoder.set(coder, texts);
    const mentions = (texts.get(text) ?? 0) + by;
    if (mentions <= 0) {
      texts.delete(text);
      return;
    }
    if (!texts.has(text)) this.#file(id, text);
    texts.set(text, mentions);
  }

  /** Entries come before the mentions that refer to them, and go after those. */
  apply({ added, updated, removed }: Diff): void {
    const came = [...added, ...updated.map(([, after]) => after)];
    const went = [...removed, ...updated.map(([before]) => before)];
    for (const record of went) if (record.record === 'annotation') this.#countMention(record, -1);
    for (const record of came) if (record.record === 'entry') this.put(record);
    for (const record of removed) if (record.record === 'entry') this.#entries.delete(record.id);
    for (const record of came) if (record.record === 'annotation') this.#countMention(record, 1);
  }

  under(keys: Iterable<string>, hidden: ReadonlySet<CoderId>): readonly KnownEntry[] {
    const ids = new Set<EntryId>();
    for (const key of keys) for (const id of this.#byKey.get(key) ?? []) ids.add(id);
    return [...ids].flatMap((id) => {
      const known = this.#entries.get(id);
      return known ? [{ entry: known.entry, texts: shownTexts(known, hidden) }] : [];
    });
  }

  #countMention(mention: AnnotationRecord, by: 1 | -1): void {
    if (mention.entry !== null) this.count(mention.entry, mention.coder, mentionText(mention), by);
  }

  #file(id: EntryId, text: string): void {
    for (const key of this.#keysOf(text)) {
      const ids = this.#byKey.get(key);
      if (ids) ids.add(id);
      else this.#byKey.set(key, new Set([id]));
    }
  }
}

/** What the mentions of an entry are called, but for those by some coders. */
function shownTexts({ byCoder }: Known, hidden: ReadonlySet<CoderId>): Texts {
  const shown: Texts = new Map();
  for (const [coder, texts] of byCoder)
    if (!hidden.has(coder))
      for (const [text, mentions] of texts) shown.set(text, (shown.get(text) ?? 0) + mentions);
  return shown;
}
