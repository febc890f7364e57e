import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodebookSource, CodebookTaking, TakingPreview } from '../../../contract/codebook-calls';
import type { Difference } from '../../../core/codebook/compare';
import { invoke } from '../../bridge/bridge';
import { nameIn } from '../../i18n/format';
import { sentenceOf } from '../../i18n/i18n';
import { useLanguage } from '../../i18n/use-language';
import { notifyUndoable } from '../../commands/notify-undoable';
import { fileName, pickCodebook, useReadyMade } from '../../stores/codebooks';
import { closeDialog } from '../../stores/interface';
import { notify, report } from '../../stores/notices';
import { arrival } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { ExplainedChoice, SegmentedChoice } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { Differences } from './Differences';
import { Effects } from './Effects';
import { Warnings } from './ExportCodebookDialog';
import { showPart } from '../../stores/shown-part';
import { useCodebook } from './book';
import { languagesOf, nameOfLanguage } from './languages';
import { usePreview } from './use-preview';

/** Brings in a codebook: one that comes with Postil, or a file of Postil, brat or REFI-QDA. */
export function TakeCodebookDialog() {
  const { t } = useTranslation(['codebook', 'common']);
  const language = useLanguage();
  const books = useReadyMade();
  const [source, setSource] = useState<CodebookSource | null>(null);
  const pick = async (): Promise<void> => {
    const path = await pickCodebook();
    if (path !== null) setSource({ from: 'file', path });
  };
  if (source) return <Taking source={source} onBack={() => setSource(null)} />;
  return (
    <Dialog
      title={t('takeTitle')}
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <Button onPress={() => void pick()}>{t('fromFile')}</Button>
        </>
      }
    >
      <p className="remark">{t('takeHint')}</p>
      <ul className="book__ready" aria-label={t('readyMade')}>
        {books.map(({ name, names, descriptions, sources, types }) => (
          <li key={name} className="book__ready-one">
            <div>
              <h3 className="book__item-name">{nameIn(names, language)}</h3>
              <p>{nameIn(descriptions, language)}</p>
              <p className="remark">{[t('typeCount', { count: types }), sources[0]].join(' · ')}</p>
            </div>
            <Button
              aria-label={t('startFrom', { name: nameIn(names, language) })}
              onPress={() => setSource({ from: 'ready-made', name })}
            >
              {t('choose')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface TakingProps {
  readonly source: CodebookSource;
  readonly onBack: () => void;
}

/** What taking it in does, before it is done. */
function Taking({ source, onBack }: TakingProps) {
  const { t } = useTranslation(['codebook', 'common']);
  const language = useLanguage();
  const isUnused = (workspace()?.project.counts.annotation ?? 0) === 0;
  const [how, setHow] = useState<CodebookTaking['how']>(isUnused ? 'replace' : 'add');
  const [names, setNames] = useState<string>(language);
  const languages = [...new Set([...languagesOf(useCodebook(), language), 'en', 'ru'])];
  const taking: CodebookTaking = { source, how, language: names };
  const { preview, problem } = usePreview(JSON.stringify(taking), () =>
    invoke('codebook.previewImport', taking),
  );
  const take = async (): Promise<void> => {
    const taken = await invoke('codebook.import', taking);
    if (!taken.ok) {
      report(taken.problem);
      return;
    }
    if (taken.value.change) await arrival(taken.value.change.number);
    showPart(null);
    closeDialog();
    if (taken.value.change) notifyUndoable(t('taken'));
    else notify(t('takenNothing'));
  };
  return (
    <Dialog
      title={source.from === 'file' ? fileName(source.path) : t('takeTitle')}
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={onBack}>{t('back')}</Button>
          <Button look="primary" isDisabled={preview === null} onPress={() => void take()}>
            {t('take')}
          </Button>
        </>
      }
    >
      <ExplainedChoice
        label={t('how')}
        value={how}
        options={(['add', 'replace'] as const).map((one) => ({
          value: one,
          label: t(`hows.${one}`),
          description: t(`howHints.${one}`),
        }))}
        onChange={setHow}
      />
      {source.from === 'file' && !source.path.toLowerCase().endsWith('.json') && (
        <SegmentedChoice
          label={t('namesAreIn')}
          value={names}
          options={languages.map((one) => ({ value: one, label: nameOfLanguage(one, language) }))}
          onChange={setNames}
        />
      )}
      <div className="book__outcome" aria-live="polite">
        {problem && <p className="book__conflict">{sentenceOf(problem)}</p>}
        {preview && (
          <>
            <Counts preview={preview} />
            <Effects effects={preview.effects} />
            {preview.warnings.length > 0 && <Warnings warnings={preview.warnings} />}
            <Coming differences={preview.differences} />
          </>
        )}
      </div>
    </Dialog>
  );
}

/** How much of a codebook is there already, and how much of it comes, changes and goes. */
function Counts({ preview: { known, differences } }: { readonly preview: TakingPreview }) {
  const { t } = useTranslation('codebook');
  const count = (is: (difference: Difference) => boolean): number => differences.filter(is).length;
  return (
    <p>
      {t('bookChanges', {
        known,
        added: count(({ change }) => change === 'added'),
        widened: count((one) => one.change === 'changed' && one.widens),
        changed: count((one) => one.change === 'changed' && !one.widens),
        removed: count(({ change }) => change === 'removed'),
      })}
    </p>
  );
}

/** What comes, changes and goes, one by one. */
function Coming({ differences }: Pick<TakingPreview, 'differences'>) {
  const { types } = useCodebook();
  if (differences.length === 0) return null;
  const came = differences.flatMap(({ change, record }) =>
    change === 'added' && record.record === 'type' ? [record] : [],
  );
  return <Differences differences={differences} types={[...types, ...came]} />;
}
