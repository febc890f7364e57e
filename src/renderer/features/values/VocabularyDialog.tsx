import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordsAfter } from '../../../core/diff';
import type { AttributeId, TermId } from '../../../core/ids';
import type { AttributeRecord, TermRecord } from '../../../core/model/codebook';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { closeDialog } from '../../stores/interface';
import { run } from '../../stores/workspace/session';
import { useWorkspace } from '../../stores/workspace/workspace';
import { termsInTree, type TermInTree } from '../../values/terms';
import { useTermCounts } from '../../values/TermValue';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { FilterField } from '../../ui/Field';
import { VirtualList, type ListHandle } from '../../ui/VirtualList';
import { TermActions } from './TermActions';
import './VocabularyDialog.css';

const noAttributes: ReadonlyMap<AttributeId, AttributeRecord> = new Map();
const noTerms: ReadonlyMap<TermId, TermRecord> = new Map();
const none: ReadonlySet<string> = new Set();
const idOf = ({ term }: TermInTree): string => term.id;

/** The vocabularies of the codebook, in the order of their attributes. */
function useVocabularies(): readonly AttributeRecord[] {
  const attributes = useWorkspace((state) => state.attributes, noAttributes);
  return [...attributes.values()].filter(({ domain }) => domain.kind === 'vocabulary');
}

/** The words of the open vocabularies: how often each is used, and what stands below what. */
export function VocabularyDialog({ wanted }: { readonly wanted: AttributeId | null }) {
  const { t } = useTranslation(['values', 'common']);
  const vocabularies = useVocabularies();
  const [chosen, setChosen] = useState(wanted);
  const vocabulary = vocabularies.find(({ id }) => id === chosen) ?? vocabularies[0];
  return (
    <Dialog
      title={t('vocabularies')}
      onClose={closeDialog}
      actions={
        <Button look="primary" onPress={closeDialog}>
          {t('common:done')}
        </Button>
      }
    >
      {vocabulary ? (
        <>
          {vocabularies.length > 1 && (
            <VocabularyChoice all={vocabularies} chosen={vocabulary} onChoose={setChosen} />
          )}
          <Terms key={vocabulary.id} attribute={vocabulary.id} />
        </>
      ) : (
        <EmptyState title={t('noVocabulary')}>
          <p>{t('noVocabularyHint')}</p>
        </EmptyState>
      )}
    </Dialog>
  );
}

interface VocabularyChoiceProps {
  readonly all: readonly AttributeRecord[];
  readonly chosen: AttributeRecord;
  readonly onChoose: (id: AttributeId) => void;
}

function VocabularyChoice({ all, chosen, onChoose }: VocabularyChoiceProps) {
  const { t } = useTranslation('values');
  const language = useLanguage();
  const types = useWorkspace((state) => state.types, null);
  const titleOf = ({ names, owner }: AttributeRecord): string => {
    const type = owner.of === 'type' ? types?.get(owner.type) : undefined;
    return [type && nameIn(type.names, language), nameIn(names, language)].filter(Boolean).join(': ');
  };
  return (
    <SelectField<AttributeId>
      label={t('vocabulary')}
      options={all.map((one) => ({ value: one.id, label: titleOf(one) }))}
      value={chosen.id}
      onChange={onChoose}
    />
  );
}

function Terms({ attribute }: { readonly attribute: AttributeId }) {
  const { t } = useTranslation('values');
  const language = useLanguage();
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const all = useWorkspace((state) => state.terms, noTerms);
  const counts = useTermCounts(attribute);
  const [text, setText] = useState('');
  const [active, setActive] = useState<TermId | null>(null);
  const [marked, setMarked] = useState(none);
  const list = useRef<ListHandle>(null);
  const terms = termsInTree(all.values(), attribute, language);
  const typed = text.trim().toLocaleLowerCase(language);
  const shown = terms.filter(({ term }) => term.name.toLocaleLowerCase(language).includes(typed));
  const isKnown = terms.some(({ term }) => term.name.toLocaleLowerCase(language) === typed);
  const about = terms.filter(({ term }) => marked.has(term.id)).map(({ term }) => term);
  const one = terms.find(({ term }) => term.id === active)?.term;
  const create = async (): Promise<void> => {
    const change = await run({ name: 'term.create', attribute, term: text, parent: null, for: null });
    if (!change) return;
    setText('');
    setActive(recordsAfter(change.diff, 'term')[0]?.id ?? null);
  };
  return (
    <div className="vocabulary">
      <div className="vocabulary__tools">
        <FilterField
          label={t('findTerm')}
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') list.current?.focus();
            if (event.key === 'Enter' && typed !== '' && !isKnown && !isReadOnly) void create();
          }}
        />
        <Button isDisabled={typed === '' || isKnown || isReadOnly} onPress={() => void create()}>
          {t('addTerm')}
        </Button>
      </div>
      <div className="vocabulary__list">
        {shown.length === 0 ? (
          <EmptyState title={t('noTerms')} />
        ) : (
          <VirtualList
            label={t('terms')}
            items={shown}
            idOf={idOf}
            rowHeight={32}
            chosen={active}
            onChoose={({ term }) => setActive(term.id)}
            onMove={({ term }) => setActive(term.id)}
            marked={marked}
            onMark={setMarked}
            renderRow={({ term, depth }) => (
              <TermRow name={term.name} depth={typed === '' ? depth : 0} uses={counts?.get(term.id) ?? 0} />
            )}
            handleRef={list}
          />
        )}
      </div>
      {!isReadOnly && (
        <TermActions
          key={(about.length > 0 ? about : one ? [one] : []).map(({ id }) => id).join()}
          terms={about.length > 0 ? about : one ? [one] : []}
          uses={(id) => counts?.get(id) ?? 0}
          onGone={() => {
            setMarked(none);
            list.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function TermRow({
  name,
  depth,
  uses,
}: {
  readonly name: string;
  readonly depth: number;
  readonly uses: number;
}) {
  const { t } = useTranslation('values');
  return (
    <div className="term-row" style={{ paddingInlineStart: `${String(8 + depth * 16)}px` }}>
      <span className="term-row__name">{name}</span>
      <span className="term-row__uses figures">{t('uses', { count: uses, formatted: String(uses) })}</span>
    </div>
  );
}
