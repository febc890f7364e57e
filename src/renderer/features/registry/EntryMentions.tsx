import { Split } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnotationId } from '../../../core/ids';
import type { EntryRecord } from '../../../core/model/annotation';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { VirtualList } from '../../ui/VirtualList';
import { splitOff } from './changes';
import { goToMention, useChain } from './mentions';
import { MentionRow } from './MentionRow';
import { useSentences } from './use-sentences';

interface EntryMentionsProps {
  readonly entry: EntryRecord;
  readonly isReadOnly: boolean;
}

const noMarks: ReadonlySet<string> = new Set();

/** Every mention of an entry in its sentence: Enter goes there, and those that are marked can become another entry. */
export function EntryMentions({ entry, isReadOnly }: EntryMentionsProps) {
  const { t } = useTranslation('registry');
  const chain = useChain(entry.id);
  const sentences = useSentences(entry.id, chain);
  const [marks, setMarks] = useState(noMarks);
  const marked = (chain ?? []).map(({ annotation }) => annotation).filter((id) => marks.has(id));
  if (!chain) return null;
  return (
    <section className="entry__mentions" aria-label={t('mentionsTitle')}>
      <header className="entry__mentions-bar">
        <h3 className="pane-title">{t('mentions', { count: chain.length })}</h3>
        {chain.length > 1 && !isReadOnly && <p className="entry__hint">{t('markHint')}</p>}
      </header>
      {marked.length > 0 && !isReadOnly && (
        <SplitBar key={marked.length} entry={entry} marked={marked} onDone={() => setMarks(noMarks)} />
      )}
      {chain.length === 0 ? (
        <p className="entry__hint">{t('noMentions')}</p>
      ) : (
        <VirtualList
          label={t('mentionsTitle')}
          items={chain}
          idOf={({ annotation }) => annotation}
          rowHeight={64}
          chosen={null}
          onChoose={(link) => void goToMention(link)}
          marked={marks}
          onMark={setMarks}
          onVisible={sentences.need}
          renderRow={(link) => <MentionRow link={link} sentence={sentences.of(link.annotation)} />}
        />
      )}
    </section>
  );
}

interface SplitBarProps {
  readonly entry: EntryRecord;
  readonly marked: readonly AnnotationId[];
  readonly onDone: () => void;
}

/** Lets the marked mentions refer to a new entry. */
function SplitBar({ entry, marked, onDone }: SplitBarProps) {
  const { t } = useTranslation('registry');
  const [name, setName] = useState(entry.name);
  const split = (): void => {
    onDone();
    void splitOff(entry, marked, name);
  };
  return (
    <div className="entry__split">
      <Field
        label={t('splitName', { count: marked.length })}
        value={name}
        onChange={setName}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && name.trim() !== '') split();
          else event.continuePropagation();
        }}
      />
      <Button isDisabled={name.trim() === ''} onPress={split}>
        <Split size={14} strokeWidth={1.75} aria-hidden />
        {t('splitOff')}
      </Button>
    </div>
  );
}
