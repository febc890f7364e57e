import type { ChainLink, MentionInSentence } from '../../../contract/registry';
import { useWorkspace } from '../../stores/workspace/workspace';

interface MentionRowProps {
  readonly link: ChainLink;
  /** Null until it has been read. */
  readonly sentence: MentionInSentence | null;
}

/** A mention in its sentence, with the document that it stands in. */
export function MentionRow({ link, sentence }: MentionRowProps) {
  const document = useWorkspace((state) => state.documents.get(link.document)?.document.name ?? '', '');
  return (
    <div className="mention-row">
      <p className="mention-row__sentence">
        {sentence && (
          <>
            {sentence.before}
            <mark>{sentence.quote}</mark>
            {sentence.after}
          </>
        )}
      </p>
      <span className="mention-row__document">{document}</span>
    </div>
  );
}
