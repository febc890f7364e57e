import { useCallback } from 'react';
import type { ChainLink } from '../../../contract/registry';
import { recordsAfter } from '../../../core/diff';
import type { AnnotationId, EntryId } from '../../../core/ids';
import type { AnnotationRecord, EntryRecord } from '../../../core/model/annotation';
import type { Proposal } from '../../../core/registry/propose';
import { mentionText, nameOfMention } from '../../../core/registry/mention-text';
import { invoke } from '../../bridge/bridge';
import { t } from '../../i18n/i18n';
import { shortened } from '../../i18n/shortened';
import { hiddenCoders, useHiddenCoders } from '../../stores/coders';
import { requestReveal, selectAnnotation, useInterface } from '../../stores/interface';
import { announce, notify, report } from '../../stores/notices';
import { subject } from '../../stores/subject';
import { openDocument, run } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { reasonOf } from './reasons';
import { useAnswer } from '../../stores/use-answer';

/** What kind of entry a mention refers to; null where it is of a type that refers to nothing. */
export function kindOf(mention: Pick<AnnotationRecord, 'type'>): EntryRecord['kind'] | null {
  const kind = workspace()?.types.get(mention.type)?.kind;
  return kind === 'entity' || kind === 'event' ? kind : null;
}

/** The annotation that keys are about, if it is one that can refer to an entry. */
export function mentionForKeys(): AnnotationRecord | null {
  const annotation = subject();
  return annotation && kindOf(annotation) ? annotation : null;
}

const nameOf = (entry: EntryId): string => workspace()?.registry.get(entry)?.name ?? '';

/** Lets a mention refer to an entry, or to none. */
export async function refer(mention: AnnotationRecord, entry: EntryId | null): Promise<void> {
  const change = await run({ name: 'annotation.refer', annotations: [mention.id], entry });
  if (!change) return;
  const quote = shortened(mentionText(mention));
  announce(
    entry === null ? t('registry:unlinked', { quote }) : t('registry:linked', { quote, name: nameOf(entry) }),
  );
}

/** Makes an entry of a mention, called as the mention is unless another name is given. */
export async function makeEntry(mention: AnnotationRecord, name = nameOfMention(mention)): Promise<void> {
  const kind = kindOf(mention);
  if (!kind) return;
  const change = await run({
    name: 'entry.create',
    entry: { kind, name, type: mention.type },
    mentions: [mention.id],
  });
  const made = change && recordsAfter(change.diff, 'entry')[0];
  if (made) announce(t(`registry:made.${kind}`, { name: made.name }));
}

/** The first of what is proposed for a mention. Where that is nothing, it is told. */
async function firstProposal(mention: AnnotationRecord): Promise<Proposal | null> {
  const answer = await invoke('registry.propose', { annotation: mention.id, hidden: [...hiddenCoders()] });
  if (!answer.ok) {
    report(answer.problem);
    return null;
  }
  const [proposal = null] = answer.value;
  if (!proposal) notify(t('registry:nothingProposed', { quote: shortened(mentionText(mention)) }));
  return proposal;
}

/**
 * Accepts the first of what is proposed for a mention, and says why it was proposed. Where the mention is not selected,
 * nobody has seen what is proposed: then that is told, and nothing is linked.
 */
export async function acceptProposal(mention: AnnotationRecord): Promise<void> {
  const isShown = useInterface.getState().selected === mention.id;
  const proposal = await firstProposal(mention);
  if (!proposal) return;
  if (!isShown) {
    announce(t('registry:proposal', { name: nameOf(proposal.entry), reason: reasonOf(proposal) }));
    return;
  }
  await refer(mention, proposal.entry);
  announce(
    t('registry:accepted', {
      quote: shortened(mentionText(mention)),
      name: nameOf(proposal.entry),
      reason: reasonOf(proposal),
    }),
  );
}

/** Where all mentions of an entry are, in the order of documents and of the text; null until that is known. */
export function useChain(entry: EntryId | null): readonly ChainLink[] | null {
  const hidden = useHiddenCoders();
  const ask = useCallback(
    () => invoke('registry.chain', { entry: entry ?? ('' as EntryId), hidden: [...hidden] }),
    [entry, hidden],
  );
  return useAnswer(entry === null ? null : ask);
}

/** Shows a mention in the text, and selects it there. */
export async function goToMention({ annotation, document }: ChainLink): Promise<void> {
  await openDocument(document);
  selectAnnotation(annotation);
  requestReveal({ document, target: annotation });
}

/** Goes to the next or the previous mention of what the selected one refers to, across documents and round. */
export async function stepInChain(mention: AnnotationRecord, direction: 1 | -1): Promise<void> {
  const { entry } = mention;
  if (entry === null) return;
  const chain = await invoke('registry.chain', { entry, hidden: [...hiddenCoders()] });
  if (!chain.ok) {
    report(chain.problem);
    return;
  }
  const place = indexIn(chain.value, mention.id) + direction;
  const next = chain.value.at(place % chain.value.length);
  if (!next) return;
  await goToMention(next);
  announce(
    t('registry:atMention', {
      name: nameOf(entry),
      place: indexIn(chain.value, next.annotation) + 1,
      total: chain.value.length,
      document: workspace()?.documents.get(next.document)?.document.name ?? '',
    }),
  );
}

/** Where an annotation stands in a chain; -1 where it does not. */
export const indexIn = (chain: readonly ChainLink[], annotation: AnnotationId): number =>
  chain.findIndex((link) => link.annotation === annotation);
