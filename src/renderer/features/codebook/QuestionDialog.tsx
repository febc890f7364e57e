import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodebookCommand } from '../../../core/commands/codebook/command';
import { invoke } from '../../bridge/bridge';
import { notifyUndoable } from '../../commands/notify-undoable';
import { sentenceOf } from '../../i18n/i18n';
import { run } from '../../stores/workspace/session';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Doubles } from './Doubles';
import { Effects } from './Effects';
import { Resolutions } from './Resolutions';
import { useCodebookState, type Question } from './state';
import { usePreview } from './use-preview';

/** What a change of the codebook does, with the choices there are, before it is done. */
export function QuestionDialog() {
  const question = useCodebookState((state) => state.question);
  return question && <Asking key={JSON.stringify(question.command)} question={question} />;
}

/** A merge needs another type to go into. */
const isComplete = (command: CodebookCommand): boolean =>
  command.name !== 'type.merge' || command.type !== command.into;

function Asking({ question }: { readonly question: Question }) {
  const { t } = useTranslation(['codebook', 'common', 'changes']);
  const [command, setCommand] = useState(question.command);
  const { preview, problem } = usePreview(JSON.stringify(command), () =>
    invoke('codebook.preview', { command }),
  );
  const apply = async (): Promise<void> => {
    const done = (await run(command)) !== null;
    question.answer(done);
    if (done) notifyUndoable(t(`changes:${command.name}`));
  };
  return (
    <Dialog
      title={t('questionTitle')}
      role="alertdialog"
      onClose={() => question.answer(false)}
      actions={
        <>
          <Button onPress={() => question.answer(false)}>{t('common:cancel')}</Button>
          <Button
            look={command.name === 'type.remove' ? 'danger' : 'primary'}
            isDisabled={!isComplete(command) || preview === null}
            onPress={() => void apply()}
          >
            {t(
              command.name === 'type.remove'
                ? 'applyRemove'
                : command.name === 'type.merge'
                  ? 'applyMerge'
                  : 'apply',
            )}
          </Button>
        </>
      }
    >
      <Resolutions command={command} onChange={setCommand} />
      {isComplete(command) && (
        <div className="book__outcome" aria-live="polite">
          {problem && <p className="book__conflict">{sentenceOf(problem)}</p>}
          {preview && <Doubles doubles={preview.doubles} isJoined={'join' in command && command.join} />}
          {preview && <Effects effects={preview.effects} />}
        </div>
      )}
    </Dialog>
  );
}
