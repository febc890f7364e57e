import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoderRecord } from '../../../core/model/document';
import { kinds } from '../../../core/model/codebook';
import { formatNumber } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { codeBlind, showCoder, useHiddenCoders, useIsBlind } from '../../stores/coders';
import { closeDialog } from '../../stores/interface';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { Checkbox, Switch } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { goOnAs, renameCoder } from './switching';
import './CodersDialog.css';

const noCoders: readonly CoderRecord[] = [];

/** Who annotates in this project, whose annotations are shown, and who goes on. */
export function CodersDialog() {
  const { t } = useTranslation(['coders', 'common']);
  const language = useLanguage();
  const coders = useWorkspace((state) => state.coders, null);
  const isBlind = useIsBlind();
  const inOrder = coders
    ? [...coders.values()].sort((a, b) => a.name.localeCompare(b.name, language))
    : noCoders;
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
      <p className="remark">{t('text')}</p>
      <ul className="coders">
        {inOrder.map((coder) => (
          <Coder key={coder.id} coder={coder} />
        ))}
      </ul>
      <Switch label={t('blind')} isOn={isBlind} onChange={codeBlind} />
      <p className="remark">{t('blindHint')}</p>
      <SomebodyElse />
    </Dialog>
  );
}

/** A coder: how many annotations they made, and whether those are shown. Coding blind, nothing is told of others. */
function Coder({ coder }: { readonly coder: CoderRecord }) {
  const { t } = useTranslation('coders');
  const language = useLanguage();
  const { id, name } = coder;
  const isMe = useWorkspace((state) => state.project.coder === id, false);
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const ofKinds = useWorkspace((state) => state.project.kindsByCoder[id] ?? null, null);
  const isBlind = useIsBlind();
  const isHidden = useHiddenCoders().has(id);
  const [isRenaming, setIsRenaming] = useState(false);
  const count = ofKinds ? kinds.reduce((sum, kind) => sum + ofKinds[kind], 0) : 0;
  if (isRenaming) return <Rename coder={coder} onDone={() => setIsRenaming(false)} />;
  return (
    <li className="coders__coder">
      {isBlind ? (
        <span className="coders__name">{name}</span>
      ) : (
        <span className="coders__name">
          <Checkbox label={name} isOn={!isHidden} onChange={(isOn) => showCoder(id, isOn)} />
        </span>
      )}
      <span className="coders__facts figures">
        {isMe && <strong>{t('you')}</strong>}
        {(!isBlind || isMe) && t('count', { count, formatted: formatNumber(count, language) })}
      </span>
      {!isReadOnly && (
        <IconButton icon={Pencil} label={t('rename', { name })} onPress={() => setIsRenaming(true)} />
      )}
      {!isMe && (
        <Button aria-label={t('go', { name })} onPress={() => void goOnAs(name)}>
          {t('goOn')}
        </Button>
      )}
    </li>
  );
}

function Rename({ coder, onDone }: { readonly coder: CoderRecord; readonly onDone: () => void }) {
  const { t } = useTranslation(['coders', 'common']);
  const [name, setName] = useState(coder.name);
  const save = (): void => {
    onDone();
    void renameCoder(coder, name);
  };
  return (
    <li className="coders__coder">
      <span className="coders__name">
        <Field
          label={t('newName')}
          value={name}
          onChange={setName}
          autoFocus
          maxLength={200}
          onKeyDown={(event) => {
            if (event.key === 'Enter') save();
            else if (event.key === 'Escape') onDone();
            else event.continuePropagation();
          }}
        />
      </span>
      <Button onPress={save}>{t('common:save')}</Button>
    </li>
  );
}

function SomebodyElse() {
  const { t } = useTranslation('coders');
  const [name, setName] = useState('');
  const go = (): void => {
    const wanted = name.trim();
    if (wanted === '') return;
    setName('');
    void goOnAs(wanted);
  };
  return (
    <div className="coders__else">
      <Field
        label={t('other')}
        description={t('otherHint')}
        value={name}
        onChange={setName}
        maxLength={200}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
          else event.continuePropagation();
        }}
      />
      <Button isDisabled={name.trim() === ''} onPress={go}>
        {t('goOn')}
      </Button>
    </div>
  );
}
