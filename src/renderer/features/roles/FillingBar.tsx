import { Search, X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryId } from '../../../core/ids';
import { nameIn } from '../../i18n/format';
import { shortened } from '../../i18n/shortened';
import { useLanguage } from '../../i18n/use-language';
import {
  closeRegistry,
  endFilling,
  nameOfAim,
  openRegistry,
  pickEntry,
  slotsOfFilling,
  useFilling,
  type Filling,
} from '../../stores/filling/filling';
import { useInterface } from '../../stores/interface';
import { quoteIn } from '../../stores/workspace/quotes';
import { useWorkspace, type Workspace } from '../../stores/workspace/workspace';
import { Caps } from '../../ui/Caps';
import { IconButton } from '../../ui/IconButton';
import type { TypeAheadRow } from '../../ui/TypeAhead';
import { TypeAheadList } from '../../ui/TypeAheadList';
import { TypeSwatch } from '../../ui/TypeSwatch';
import './FillingBar.css';

/** What is being filled, over the text, and the keys that fill it. */
export function FillingBar() {
  const filling = useFilling((state) => state.filling);
  const project = useWorkspace((state) => state, null);
  return filling && project ? (
    <div className="filling-bar__room">
      <Bar filling={filling} project={project} />
    </div>
  ) : null;
}

interface BarProps {
  readonly filling: Filling;
  readonly project: Workspace;
}

function Bar({ filling, project }: BarProps) {
  const { t } = useTranslation('roles');
  const slots = slotsOfFilling(filling);
  const takesWords = slots.some(({ role }) => role.fillers.spans);
  const takesEntries = filling.aim.of === 'role' && slots.some(({ role }) => role.fillers.entries);
  const type = project.types.get(filling.aim.of === 'relation' ? filling.aim.type : filling.subject.type);
  const candidate = filling.candidate === null ? undefined : project.open?.annotations.get(filling.candidate);
  return (
    <section className="filling-bar" aria-label={t('bar')}>
      <p className="filling-bar__what">
        {type && <TypeSwatch type={type} />}
        <strong>
          {t(filling.aim.of === 'role' ? 'barRole' : 'barRelation', { role: nameOfAim(filling) })}
        </strong>
        <q className="filling-bar__quote">{shortened(quoteIn(project, filling.subject))}</q>
      </p>
      <p className="filling-bar__keys">
        {candidate ? (
          <>
            <span className="filling-bar__candidate">
              {t('candidate', { quote: shortened(quoteIn(project, candidate)) })}
            </span>
            <span className="filling-bar__key">
              <Caps caps={['1–9']} /> {t('hintNear')}
            </span>
            <span className="filling-bar__key">
              <Caps caps={['Tab']} /> {t('hintPick')}
            </span>
          </>
        ) : (
          <span>{t('noCandidate')}</span>
        )}
        <span>{t(takesWords ? 'hintNew' : 'hintNewOnly')}</span>
      </p>
      {takesEntries && <IconButton icon={Search} label={t('find')} caps={['/']} onPress={openRegistry} />}
      <IconButton icon={X} label={t('end')} caps={['Esc']} onPress={leave} />
      {takesEntries && filling.isTyping && <EntryList project={project} />}
    </section>
  );
}

function leave(): void {
  endFilling();
  useInterface.getState().editor?.focus();
}

function backToText(): void {
  closeRegistry();
  useInterface.getState().editor?.focus();
}

/** The entries of the registry, found by name or alias while one types. */
function EntryList({ project }: { readonly project: Workspace }) {
  const { t } = useTranslation('roles');
  const language = useLanguage();
  const { registry, types } = project;
  const rows = useMemo(
    () =>
      Array.from(registry.values(), (entry): TypeAheadRow => {
        const type = entry.type === null ? undefined : types.get(entry.type);
        return {
          id: entry.id,
          label: entry.name,
          aliases: entry.aliases,
          detail: nameIn(type?.names ?? {}, language),
          icon: type && <TypeSwatch type={type} />,
        };
      }),
    [registry, types, language],
  );
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape goes back from the field to the text
    <div
      className="filling-bar__entries popover"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        backToText();
      }}
    >
      <TypeAheadList
        label={t('find')}
        source={rows}
        autoFocus
        onChoose={({ id }) => {
          // The next key is for the text, however long the change takes.
          backToText();
          void pickEntry(id as EntryId);
        }}
      />
    </div>
  );
}
