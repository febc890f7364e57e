import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codebookFormats, type CodebookFormat } from '../../../contract/codebook-calls';
import type { Problem } from '../../../core/problem';
import { invoke } from '../../bridge/bridge';
import { useLanguage } from '../../i18n/use-language';
import { sentenceOf, t as translate } from '../../i18n/i18n';
import { askForTarget } from '../../stores/files';
import { handOver } from '../../stores/hand-over';
import { isBrowser } from '../../stores/host';
import { closeDialog } from '../../stores/interface';
import { notify, report } from '../../stores/notices';
import { workspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ExplainedChoice, SelectField } from '../../ui/Choice';
import { useCodebook } from './book';
import { languagesOf, nameOfLanguage } from './languages';

const suggested = (format: CodebookFormat): string => {
  const name = workspace()?.project.name ?? 'codebook';
  return { json: `${name}.codebook.json`, brat: 'annotation.conf', qdc: `${name}.qdc` }[format];
};

/** Asks where to, and writes the codebook there. Answers with what the format could not carry; null where that was not done. */
async function write(format: CodebookFormat, language: string): Promise<readonly Problem[] | null> {
  const out = await askForTarget(suggested(format));
  if (out === null) return null;
  // A browser is given each file by itself.
  const visual = format === 'brat' && isBrowser() ? await askForTarget('visual.conf') : null;
  const written = await invoke('codebook.export', { format, out, visual, language });
  if (!written.ok) {
    report(written.problem);
    return null;
  }
  const { paths, warnings } = written.value;
  if (isBrowser()) for (const path of paths) await handOver(path);
  else
    notify(translate('codebook:exported'), {
      label: translate('exporting:reveal'),
      run: () => void handOver(out),
    });
  return warnings;
}

/** Takes the codebook away as a file, and tells what the format left out. */
export function ExportCodebookDialog() {
  const { t } = useTranslation(['codebook', 'common']);
  const shown = useLanguage();
  const languages = languagesOf(useCodebook(), shown);
  const [format, setFormat] = useState<CodebookFormat>('json');
  const [language, setLanguage] = useState<string>(shown);
  const [lost, setLost] = useState<readonly Problem[] | null>(null);
  const go = async (): Promise<void> => {
    const warnings = await write(format, language);
    if (warnings === null) return;
    if (warnings.length === 0) closeDialog();
    else setLost(warnings);
  };
  if (lost)
    return (
      <Dialog
        title={t('exported')}
        onClose={closeDialog}
        actions={
          <Button look="primary" onPress={closeDialog} autoFocus>
            {t('common:done')}
          </Button>
        }
      >
        <Warnings warnings={lost} />
      </Dialog>
    );
  return (
    <Dialog
      title={t('exportTitle')}
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <Button look="primary" onPress={() => void go()} autoFocus>
            {t('export')}
          </Button>
        </>
      }
    >
      <ExplainedChoice
        label={t('format')}
        value={format}
        options={codebookFormats.map((one) => ({
          value: one,
          label: t(`formats.${one}`),
          description: t(`formatHints.${one}`),
        }))}
        onChange={setFormat}
      />
      {format !== 'json' && (
        <SelectField
          label={t('namesIn')}
          value={language}
          options={languages.map((one) => ({ value: one, label: nameOfLanguage(one, shown) }))}
          onChange={setLanguage}
        />
      )}
    </Dialog>
  );
}

/** What a format could not carry, or what a file said that Postil has no place for. */
export function Warnings({ warnings }: { readonly warnings: readonly Problem[] }) {
  const { t } = useTranslation('codebook');
  return (
    <ul className="book__warnings" aria-label={t('warnings')}>
      {warnings.map((warning, index) => (
        <li key={index}>{sentenceOf(warning)}</li>
      ))}
    </ul>
  );
}
