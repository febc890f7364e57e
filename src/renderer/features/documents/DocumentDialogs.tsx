import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../../../contract/engine-answers';
import type { DocumentId } from '../../../core/ids';
import { closeDialog, useInterface } from '../../stores/interface';
import { run } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { notifyUndoable } from '../../commands/notify-undoable';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { unmark } from '../../stores/marked';

/** The dialogs about one document: its name, its note, and taking it out of the project. */
export function DocumentDialogs() {
  const dialog = useInterface((state) => state.dialog);
  if (dialog?.name === 'remove') return <RemoveDialog documents={dialog.documents} />;
  if (dialog?.name !== 'rename' && dialog?.name !== 'note') return null;
  const summary = workspace()?.documents.get(dialog.document);
  return summary ? <TextDialog key={dialog.name} what={dialog.name} summary={summary} /> : null;
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

function RemoveDialog({ documents }: { readonly documents: readonly DocumentId[] }) {
  const { t } = useTranslation(['documents', 'common']);
  const summaries = documents.flatMap((id) => workspace()?.documents.get(id) ?? []);
  const annotations = summaries.reduce((sum, summary) => sum + summary.annotations, 0);
  const [first] = summaries;
  if (!first) return null;
  const { name } = first.document;
  const isOne = summaries.length === 1;
  const remove = async (): Promise<void> => {
    closeDialog();
    const change = await run({ name: 'document.remove', documents });
    if (!change) return;
    unmark();
    notifyUndoable(isOne ? t('removed', { name }) : t('severalRemoved', { count: summaries.length }));
  };
  return (
    <ConfirmDialog
      title={t('removeTitle', { count: summaries.length })}
      verb={t('remove')}
      look="danger"
      onConfirm={() => void remove()}
      onCancel={closeDialog}
    >
      <p>
        {isOne
          ? t('removeText', { name, count: annotations })
          : t('removeSeveral', {
              count: summaries.length,
              annotations: t('common:annotations', { count: annotations }),
            })}
      </p>
    </ConfirmDialog>
  );
}
