import type { Diff } from '../../core/diff';
import type { EntryId } from '../../core/ids';
import type { AnnotationRecord } from '../../core/model/annotation';
import type { AnyRecord } from '../../core/model/records';
import { mentionText } from '../../core/registry/mention-text';
import type { KnownEntry } from '../../core/registry/propose';
import type { Project } from '../project';
import { mentionTexts } from '../storage/mentions';
import { entries } from '../storage/registry';

type Texts = Map<string, number>;

/** The entries of a project with what their mentions are called, kept up to date by its changes. */
export interface KnownEntries {
  all(): Iterable<KnownEntry>;
}

const kept = new WeakMap<Project, KnownEntries>();

/**
 * What is known of a project's entries. It is read once, since proposals are asked for at every step of a coder, and
 * follows every change from then on.
 */
export function knownEntries(project: Project): KnownEntries {
  let known = kept.get(project);
  if (!known) kept.set(project, (known = follow(project)));
  return known;
}

function follow(project: Project): KnownEntries {
  let known: Map<EntryId, KnownEntry & { readonly texts: Texts }> | null = null;

  function read(): NonNullable<typeof known> {
    const { reader } = project;
    return reader.snapshot(() => {
      const all = new Map(
        entries.all(reader).map((entry) => [entry.id, { entry, texts: new Map() as Texts }]),
      );
      for (const { entry, text, mentions } of mentionTexts(reader)) all.get(entry)?.texts.set(text, mentions);
      return all;
    });
  }

  function count(annotation: AnnotationRecord, by: 1 | -1): void {
    const texts = annotation.entry === null ? undefined : known?.get(annotation.entry)?.texts;
    if (!texts) return;
    const text = mentionText(annotation);
    const mentions = (texts.get(text) ?? 0) + by;
    if (mentions > 0) texts.set(text, mentions);
    else texts.delete(text);
  }

  /** Entries come before the mentions that refer to them, and go after those. */
  function apply({ added, updated, removed }: Diff): void {
    const came = [...added, ...updated.map(([, after]) => after)];
    const went = [...removed, ...updated.map(([before]) => before)];
    for (const record of went) if (record.record === 'annotation') count(record, -1);
    for (const record of came) put(record);
    for (const record of removed) if (record.record === 'entry') known?.delete(record.id);
    for (const record of came) if (record.record === 'annotation') count(record, 1);
  }

  function put(record: AnyRecord): void {
    if (record.record !== 'entry') return;
    known?.set(record.id, { entry: record, texts: known.get(record.id)?.texts ?? new Map() });
  }

  project.events.subscribe((name, event) => {
    if (name === 'replaced') known = null;
    else if (name === 'changed' && known && event !== null && 'diff' in event) apply(event.diff);
  });
  return { all: () => (known ??= read()).values() };
}
