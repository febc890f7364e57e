import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../../core/registry/propose';
import type { AnnotationId, EntryId } from '../../../core/ids';
import type { AnnotationRecord } from '../../../core/model/annotation';
import { mentionText } from '../../../core/registry/mention-text';
import { invoke } from '../../bridge/bridge';
import { shortened } from '../../i18n/shortened';
import { useHiddenCoders } from '../../stores/coders';
import { closeDialog, useInterface } from '../../stores/interface';
import { useWorkspace } from '../../stores/workspace/workspace';
import { TypeAheadPopover } from '../../ui/TypeAhead';
import { useEntrySource, type EntrySource } from './entry-rows';
import { kindOf, makeEntry, refer } from './mentions';
import { reasonOf } from './reasons';
import { useAnswer } from '../../stores/use-answer';

/** How long a mention stays selected before others are compared with it, in milliseconds. */
const restingTime = 200;

const noProposals: readonly Proposal[] = [];

/** What may be meant by a mention that refers to nothing yet; none for others. */
export function useProposals({ id, entry, type }: AnnotationRecord): readonly Proposal[] {
  const isAsked = entry === null && kindOf({ type }) !== null;
  const hidden = useHiddenCoders();
  const ask = useCallback(
    () => invoke('registry.propose', { annotation: id, hidden: [...hidden] }),
    [id, hidden],
  );
  return useAnswer(isAsked ? ask : null, { rest: restingTime }) ?? noProposals;
}

/** The entries that a mention can refer to: what is proposed first, with the reason. */
export function useCandidates(mention: AnnotationRecord): EntrySource {
  const { t } = useTranslation('registry');
  const source = useEntrySource(kindOf(mention));
  const proposals = useProposals(mention);
  return useMemo(() => {
    if (proposals.length === 0) return source;
    return {
      rows: () => {
        const rows = source.rows();
        const proposed = proposals.flatMap((proposal) => {
          const row = rows.find(({ id }) => id === proposal.entry);
          return row ? [{ ...row, group: t('proposed'), detail: reasonOf(proposal) }] : [];
        });
        const ids = new Set(proposed.map(({ id }) => id));
        const others = rows.filter(({ id }) => !ids.has(id)).map((row) => ({ ...row, group: t('all') }));
        return [...proposed, ...others];
      },
    };
  }, [source, proposals, t]);
}

/** Asks beside the selected mention who or what it refers to. */
export function LinkPicker({ annotation }: { readonly annotation: AnnotationId }) {
  const mention = useWorkspace((state) => state.open?.annotations.get(annotation) ?? null, null);
  return mention && <MentionPicker mention={mention} />;
}

function MentionPicker({ mention }: { readonly mention: AnnotationRecord }) {
  const { t } = useTranslation('registry');
  const anchor = useRef<HTMLSpanElement>(null);
  const editor = useInterface((state) => state.editor);
  const place = useMemo(() => {
    const row = editor?.placeOf(mention.id);
    return row
      ? { left: row.left, top: row.bottom }
      : { left: window.innerWidth / 3, top: window.innerHeight / 4 };
  }, [editor, mention.id]);
  return (
    <>
      <span ref={anchor} className="context-anchor" style={place} />
      <TypeAheadPopover
        triggerRef={anchor}
        isOpen
        onClose={closeDialog}
        list={{
          label: t('linkTo', { quote: shortened(mentionText(mention)) }),
          source: useCandidates(mention),
          chosen: mention.entry,
          allowsNamesakes: true,
          onChoose: ({ id }) => void refer(mention, id as EntryId),
          onCreate: (name) => void makeEntry(mention, name),
        }}
      />
    </>
  );
}
