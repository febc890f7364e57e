import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeDialog } from '../../stores/interface';
import { changeSettings, useSettings } from '../../stores/settings';
import { run } from '../../stores/workspace/session';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { SegmentedChoice, SelectField, Switch } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { TextSize } from './TextSize';
import './SettingsDialog.css';

/** A person's preferences. Each takes effect at once. */
export function SettingsDialog() {
  const { t } = useTranslation(['settings', 'common']);
  const { language, theme, snapToWords } = useSettings();
  return (
    <Dialog
      title={t('title')}
      width="narrow"
      onClose={closeDialog}
      actions={
        <Button look="primary" onPress={closeDialog}>
          {t('common:done')}
        </Button>
      }
    >
      <SelectField
        label={t('language')}
        value={language}
        options={[
          { value: 'system', label: t('languageOfSystem') },
          // A language is found by its own name, whichever one is shown.
          { value: 'en', label: 'English' },
          { value: 'ru', label: 'Русский' },
        ]}
        onChange={(chosen) => void changeSettings({ language: chosen })}
      />
      <SegmentedChoice
        label={t('theme')}
        value={theme}
        options={[
          { value: 'system', label: t('themes.system') },
          { value: 'light', label: t('themes.light') },
          { value: 'dark', label: t('themes.dark') },
        ]}
        onChange={(chosen) => void changeSettings({ theme: chosen })}
      />
      <TextSize />
      <CoderName />
      <Switch
        label={t('snapToWords')}
        isOn={snapToWords}
        onChange={(isOn) => void changeSettings({ snapToWords: isOn })}
      />
      <p className="remark settings__remark">{t('snapToWordsHint')}</p>
    </Dialog>
  );
}

/** The name is saved when the keyboard leaves the field: in the settings, and in the project that is open. */
function CoderName() {
  const { t } = useTranslation('settings');
  const coder = useWorkspace((state) => state.coders.get(state.project.coder) ?? null, null);
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, false);
  const setting = useSettings((settings) => settings.coderName);
  const saved = coder?.name ?? setting;
  const [name, setName] = useState(saved);
  const save = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === saved || wanted === '') {
      setName(saved);
      return;
    }
    await changeSettings({ coderName: wanted });
    if (coder && !isReadOnly) await run({ name: 'coder.rename', coder: coder.id, to: wanted });
  };
  return (
    <Field
      label={t('coderName')}
      description={t('coderNameHint')}
      value={name}
      onChange={setName}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        else event.continuePropagation();
      }}
      maxLength={200}
    />
  );
}
