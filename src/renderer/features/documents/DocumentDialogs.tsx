import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../../../contract/engine-answers';
import { closeDialog, useInterface } from '../../stores/interface';
import { notify } from '../../stores/notices';
import { run } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { runCommand } from '../../commands/registry';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';

/** The dialogs about one document: its name, its note, and taking it out of the project. */
export function DocumentDialogs() {
  const dialog = useInterface((state) => state.dialog);
  if (dialog?.name !== 'rename' && dialog?.name !== 'note' && dialog?.name !== 'remove') return null;
  const summary = workspace()?.documents.get(dialog.document);
  if (!summary) return null;
  if (dialog.name === 'remove') return <RemoveDialog summary={summary} />;
  return <TextDialog key={dialog.name} what={dialog.name} summary={summary} />;
}

function TextDialog({ what, summary: { document } }: { what: 'rename' | 'note'; summary: DocumentSummary }) {
  const { t } = useTranslation(['documents', 'common']);
  const [text, setText] = useState(what === 'rename' ? document.name : document.note);
  const isValid = what === 'note' || text.trim() !== '';
  const save = (): void => {
    if (!isValid) return;
    closeDialog();
    void run(
      what === 'rename'
        ? { name: 'document.rename', document: document.id, to: text }
        : { name: 'document.note', document: document.id, note: text },
    );
  };
  return (
    <Dialog
      title={t(what === 'rename' ? 'renameTitle' : 'noteTitle')}
      width="narrow"
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <Button look="primary" isDisabled={!isValid} onPress={save}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <Field
        label={t(what === 'rename' ? 'name' : 'noteAbout', { name: document.name })}
        value={text}
        onChange={setText}
        isLong={what === 'note'}
        autoFocus
        maxLength={what === 'rename' ? 500 : 100_000}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (what === 'rename' || event.ctrlKey || event.metaKey)) save();
          else event.continuePropagation();
        }}
      />
    </Dialog>
  );
}

function RemoveDialog({ summary: { document, annotations } }: { readonly summary: DocumentSummary }) {
  const { t } = useTranslation(['documents', 'common']);
  const remove = async (): Promise<void> => {
    closeDialog();
    const change = await run({ name: 'document.remove', documents: [document.id] });
    if (!change) return;
    notify(t('removed', { name: document.name }), {
      label: t('common:undo'),
      run: () => runCommand('edit.undo'),
    });
  };
  return (
    <Dialog
      title={t('removeTitle')}
      width="narrow"
      role="alertdialog"
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog} autoFocus>
            {t('common:cancel')}
          </Button>
          <Button look="danger" onPress={() => void remove()}>
            {t('remove')}
          </Button>
        </>
      }
    >
      <p>{t('removeText', { name: document.name, count: annotations })}</p>
    </Dialog>
  );
}
