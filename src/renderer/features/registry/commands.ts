import type { AnnotationRecord } from '../../../core/model/annotation';
import type { CommandActions } from '../../commands/registry';
import { selectAnnotation, showDialog } from '../../stores/interface';
import { isWritable } from '../../stores/workspace/workspace';
import { acceptProposal, makeEntry, mentionForKeys, refer, stepInChain } from './mentions';
import { showEntry } from '../../stores/shown-entry';

/** A command about the selected mention, or the one that was just made, which it selects; where that fits. */
const onMention = (
  run: (mention: AnnotationRecord) => unknown,
  fits: (mention: AnnotationRecord) => boolean,
) => ({
  run: (): unknown => {
    const mention = mentionForKeys();
    if (!mention) return undefined;
    const done = run(mention);
    // What comes of it stands beside the text.
    selectAnnotation(mention.id);
    return done;
  },
  isAvailable: (): boolean => {
    const mention = mentionForKeys();
    return mention !== null && fits(mention);
  },
});

const isLinked = ({ entry }: AnnotationRecord): boolean => entry !== null;

/** Saying who or what a mention refers to, and going through all mentions of that. */
export const registryCommands = {
  'mention.link': onMention(({ id }) => showDialog({ name: 'link-mention', annotation: id }), isWritable),
  'mention.makeEntry': onMention((mention) => makeEntry(mention), isWritable),
  'mention.accept': onMention(acceptProposal, (mention) => isWritable() && !isLinked(mention)),
  'mention.unlink': onMention(
    (mention) => refer(mention, null),
    (mention) => isWritable() && isLinked(mention),
  ),
  'mention.next': onMention((mention) => stepInChain(mention, 1), isLinked),
  'mention.previous': onMention((mention) => stepInChain(mention, -1), isLinked),
  'mention.showEntry': onMention(({ entry }) => entry !== null && showEntry(entry), isLinked),
} satisfies Partial<CommandActions>;
