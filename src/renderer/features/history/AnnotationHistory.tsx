import { ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { RecordHistory } from '../../../contract/history';
import type { AnnotationRecord } from '../../../core/model/annotation';
import { invoke } from '../../bridge/bridge';
import { formatMoment } from '../../i18n/format';
import { useUnseenCoders } from '../../stores/coders';
import { report } from '../../stores/notices';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Touch } from './Touches';
import { useTelling } from './use-telling';
import { titleOf } from './words';
import './HistoryView.css';

/** What became of an annotation since it was made, told when asked for. */
export function AnnotationHistory({ annotation }: { readonly annotation: AnnotationRecord }) {
  const { t } = useTelling();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Disclosure className="record-history" isExpanded={isOpen} onExpandedChange={setIsOpen}>
      <Heading level={3}>
        <AriaButton slot="trigger" className="record-history__trigger">
          <ChevronRight size={14} strokeWidth={1.75} aria-hidden className="record-history__arrow" />
          {t('ofAnnotation')}
        </AriaButton>
      </Heading>
      <DisclosurePanel>{isOpen && <Steps annotation={annotation} />}</DisclosurePanel>
    </Disclosure>
  );
}

function Steps({ annotation }: { readonly annotation: AnnotationRecord }) {
  const telling = useTelling();
  const coders = useWorkspace((state) => state.coders, null);
  const history = useRecordHistory(annotation);
  if (!history) return null;
  return (
    <ol className="record-history__steps">
      {history.steps.map(({ change, touch }) => (
        <li key={`${String(change.number)} ${touch.id}`} className="touch">
          <p className="record-history__when figures">
            {titleOf(change, telling)} · {coders?.get(change.coder)?.name ?? ''} ·{' '}
            {formatMoment(change.at, telling.language)}
          </p>
          <Touch touch={{ ...touch, place: null }} labels={history.labels} />
        </li>
      ))}
    </ol>
  );
}

/** Read again after each change of the project: its roles are records of their own. */
function useRecordHistory({ id }: AnnotationRecord): RecordHistory | null {
  const project = useWorkspace((state) => state.project, null);
  const unseen = useUnseenCoders();
  const [history, setHistory] = useState<RecordHistory | null>(null);
  useEffect(() => {
    let isOutdated = false;
    void invoke('history.ofRecord', { record: 'annotation', id, hidden: [...unseen] }).then((answer) => {
      if (isOutdated) return;
      if (answer.ok) setHistory(answer.value);
      else report(answer.problem);
    });
    return () => {
      isOutdated = true;
    };
  }, [id, project, unseen]);
  return history;
}
