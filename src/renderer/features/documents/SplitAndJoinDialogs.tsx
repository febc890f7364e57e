import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentId } from '../../../core/ids';
import { codePoint, makeOffsetTable, type CodePointOffset } from '../../../core/offsets';
import type { Problem } from '../../../core/problem';
import { invoke } from '../../bridge/bridge';
import { notifyUndoable } from '../../commands/notify-undoable';
import { sentenceOf } from '../../i18n/i18n';
import { shortened } from '../../i18n/shortened';
import { closeDialog } from '../../stores/interface';
import { report } from '../../stores/notices';
import { arrival, openDocument } from '../../stores/workspace/session';
import { useWorkspace, workspace } from '../../stores/workspace/workspace';
import type { Change } from '../../../contract/engine-answers';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { unmark } from '../../stores/marked';

/** The first words at a place of the open text. */
function wordsAt(text: string, at: CodePointOffset): string {
  const start = makeOffsetTable(text).toUtf16(at);
  const line = /\S[^\r\n]*/u.exec(text.slice(start, start + 2000))?.[0] ?? '';
  return shortened(line);
}

/** Shows the first of the documents that a change has made, and how to take it back. */
async function follow(change: Change, sentence: string): Promise<void> {
  await arrival(change.number);
  unmark();
  const [made] = change.diff.added.filter((record) => record.record === 'document');
  if (made) await openDocument(made.id);
  notifyUndoable(sentence);
}

interface SplitDialogProps {
  readonly document: DocumentId;
  readonly at: CodePointOffset;
}

/** Makes two documents of the open one. Where something lies across the place, the nearest other one is offered. */
export function SplitDialog({ document: id, at: asked }: SplitDialogProps) {
  const { t } = useTranslation(['documents', 'common']);
  const document = useWorkspace((state) => state.documents.get(id)?.document ?? null, null);
  const text = workspace()?.open?.text ?? '';
  const [at, setAt] = useState(asked);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [names, setNames] = useState<readonly [string, string]>([
    `${document?.name ?? ''} (1)`,
    `${document?.name ?? ''} (2)`,
  ]);
  const words = useMemo(() => wordsAt(text, at), [text, at]);
  const nearest = problem?.params['nearest'];
  const other = typeof nearest === 'number' ? codePoint(nearest) : null;
  if (!document) return null;

  const split = async (place: CodePointOffset): Promise<void> => {
    const result = await invoke('document.split', { document: id, at: place, names: [names[0], names[1]] });
    if (!result.ok) {
      setProblem(result.problem);
      return;
    }
    closeDialog();
    await follow(result.value, t('splitDone'));
  };
  const splitThere = (place: CodePointOffset): void => {
    setAt(place);
    setProblem(null);
    void split(place);
  };
  return (
    <Dialog
      title={t('splitTitle')}
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          {problem === null && (
            <Button look="primary" onPress={() => void split(at)}>
              {t('split')}
            </Button>
          )}
          {other !== null && (
            <Button look="primary" autoFocus onPress={() => splitThere(other)}>
              {t('splitThere', { words: wordsAt(text, other) })}
            </Button>
          )}
        </>
      }
    >
      {problem === null ? <p>{t('splitText')}</p> : <p role="alert">{sentenceOf(problem)}</p>}
      <Field
        label={t('firstName')}
        value={names[0]}
        autoFocus
        onChange={(name) => setNames([name, names[1]])}
        maxLength={500}
      />
      <Field
        label={t('secondName')}
        value={names[1]}
        description={t('beginsWith', { words })}
        onChange={(name) => setNames([names[0], name])}
        maxLength={500}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && problem === null) void split(at);
          else event.continuePropagation();
        }}
      />
    </Dialog>
  );
}

/** Makes one document of those that are marked. */
export function JoinDialog({ documents }: { readonly documents: readonly DocumentId[] }) {
  const { t } = useTranslation(['documents', 'common']);
  const known = useWorkspace((state) => state.documents, null);
  const joined = documents.flatMap((id) => known?.get(id)?.document ?? []);
  const [name, setName] = useState(() => (joined[0]?.name ?? '').replace(/ \(1\)$/u, ''));
  const join = async (): Promise<void> => {
    if (name.trim() === '') return;
    closeDialog();
    const result = await invoke('documents.join', { documents: [...documents], name });
    if (result.ok) await follow(result.value, t('joinDone'));
    else report(result.problem);
  };
  return (
    <Dialog
      title={t('joinTitle')}
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <Button look="primary" isDisabled={name.trim() === ''} onPress={() => void join()}>
            {t('joinDo')}
          </Button>
        </>
      }
    >
      <p>{t('joinText')}</p>
      <ol className="details__list">
        {joined.map((document) => (
          <li key={document.id}>{document.name}</li>
        ))}
      </ol>
      <Field
        label={t('name')}
        value={name}
        autoFocus
        onChange={setName}
        maxLength={500}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void join();
          else event.continuePropagation();
        }}
      />
    </Dialog>
  );
}
