import type { ChainLink, MentionInSentence } from '../../../contract/registry';
import { useWorkspace } from '../../stores/workspace/workspace';

interface MentionRowProps {
  readonly link: ChainLink;
  /** Null until it has been read. */
  readonly sentence: MentionInSentence | null;
}

/** No more is shown before a mention, so that it stands in the first line of its row. */
const mostBefore = 48;

/** The end of what stands before a mention, cut between words. */
function endOf(before: string): string {
  if (before.length <= mostBefore) return before;
  const end = before.slice(-mostBefore);
  return `…${end.slice(end.search(/\s/u))}`;
}

/** A mention in its sentence, with the document that it stands in. */
export function MentionRow({ link, sentence }: MentionRowProps) {
  const document = useWorkspace((state) => state.documents.get(link.document)?.document.name ?? '', '');
  return (
    <div className="mention-row">
      <p className="mention-row__sentence">
        {sentence && (
          <>
            {endOf(sentence.before)}
            <mark>{sentence.quote}</mark>
            {sentence.after}
          </>
        )}
      </p>
      <span className="mention-row__document">{document}</span>
    </div>
  );
}
