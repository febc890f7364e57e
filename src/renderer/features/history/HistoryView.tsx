import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../ui/Choice';
import { ChangeList } from './ChangeList';
import { DeletedList } from './DeletedList';
import { GoBackDialog } from './GoBackDialog';
import { useHistory } from './state';
import './HistoryView.css';

/** Everything that was ever done in the project, the ways back in it, and what was deleted. */
export function HistoryView() {
  const { t } = useTranslation('history');
  const tab = useHistory((state) => state.tab);
  const goingBackTo = useHistory((state) => state.goingBackTo);
  return (
    <>
      <header className="bar history__bar">
        <h2 className="pane-title">{t('title')}</h2>
        <SegmentedChoice
          label={t('show')}
          value={tab}
          options={[
            { value: 'changes', label: t('changes') },
            { value: 'deleted', label: t('deleted') },
          ]}
          isLabelHidden
          onChange={(chosen) => useHistory.setState({ tab: chosen })}
        />
      </header>
      {tab === 'changes' ? <ChangeList /> : <DeletedList />}
      {goingBackTo !== null && <GoBackDialog key={goingBackTo} to={goingBackTo} />}
    </>
  );
}
