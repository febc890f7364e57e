import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { measured, measures, type Measure, type OpenTest } from '../../../core/segments/metadata';
import { Button } from '../../ui/Button';
import { SegmentedChoice } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';

const questions = ['part', 'range', 'presence'] as const satisfies readonly OpenTest['by'][];

type Question = (typeof questions)[number];

/** What was said so far, of each question. */
interface Draft {
  readonly question: Question;
  readonly part: string;
  readonly of: Measure;
  readonly from: string;
  readonly to: string;
  readonly has: 'any' | 'none';
}

interface TestDialogProps {
  /** What the field of metadata or the attribute is called. */
  readonly name: string;
  /** As what its values are compared; null where they are words. */
  readonly measure: Measure | null;
  readonly onChoose: (test: OpenTest) => void;
  readonly onClose: () => void;
}

const boundOf = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The test that was asked for; null where it is not complete, or says a date or number that there is not. */
function testOf({ question, part, of, from, to, has }: Draft): OpenTest | null {
  switch (question) {
    case 'part':
      return part.trim() === '' ? null : { by: 'part', part: part.trim() };
    case 'presence':
      return { by: 'presence', has };
    case 'range': {
      const bounds = [boundOf(from), boundOf(to)] as const;
      const given = bounds.filter((bound) => bound !== null);
      const isSound = given.length > 0 && given.every((bound) => measured(of, bound) !== null);
      return isSound ? { by: 'range', of, from: bounds[0], to: bounds[1] } : null;
    }
  }
}

/** Asks what a value has to contain, or between what it has to lie. */
export function TestDialog({ name, measure, onChoose, onClose }: TestDialogProps) {
  const { t } = useTranslation(['retrieval', 'common']);
  const form = useId();
  const [draft, setDraft] = useState<Draft>({
    question: measure === null ? 'part' : 'range',
    part: '',
    of: measure ?? 'date',
    from: '',
    to: '',
    has: 'any',
  });
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const test = testOf(draft);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!test) return;
    onClose();
    onChoose(test);
  };
  return (
    <Dialog
      title={t('testTitle', { name })}
      width="narrow"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" type="submit" form={form} isDisabled={test === null}>
            {t('applyFilter')}
          </Button>
        </>
      }
    >
      <form id={form} className="set-value" onSubmit={submit}>
        <SegmentedChoice
          label={t('testsLabel')}
          isLabelHidden
          value={draft.question}
          options={questions.map((value) => ({ value, label: t(`tests.${value}`) }))}
          onChange={(question) => change({ question })}
        />
        {draft.question === 'part' && (
          <Field label={t('contains')} autoFocus value={draft.part} onChange={(part) => change({ part })} />
        )}
        {draft.question === 'range' && <Range draft={draft} onChange={change} />}
        {draft.question === 'presence' && (
          <SegmentedChoice
            label={t('tests.presence')}
            isLabelHidden
            value={draft.has}
            options={(['any', 'none'] as const).map((value) => ({ value, label: t(`presence.${value}`) }))}
            onChange={(has) => change({ has })}
          />
        )}
      </form>
    </Dialog>
  );
}

interface RangeProps {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

function Range({ draft, onChange }: RangeProps) {
  const { t } = useTranslation('retrieval');
  const { of } = draft;
  const field = (name: 'from' | 'to', label: string) => {
    const isWrong = draft[name].trim() !== '' && measured(of, draft[name]) === null;
    return (
      <Field
        label={label}
        autoFocus={name === 'from'}
        value={draft[name]}
        isInvalid={isWrong}
        onChange={(text) => onChange({ [name]: text })}
        {...(isWrong ? { description: t(of === 'date' ? 'noSuchDate' : 'noSuchNumber') } : {})}
        {...(of === 'date' ? { placeholder: t('dateHint') } : {})}
      />
    );
  };
  return (
    <>
      <SegmentedChoice
        label={t('compareAs')}
        value={of}
        options={measures.map((value) => ({ value, label: t(`measures.${value}`) }))}
        onChange={(measure) => onChange({ of: measure })}
      />
      {field('from', t('rangeFrom'))}
      {field('to', t('rangeTo'))}
    </>
  );
}
