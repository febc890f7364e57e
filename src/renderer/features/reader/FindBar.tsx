import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindController, FindState } from '../../editor';
import { CommandButton } from '../../commands/CommandButton';
import { formatNumber } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useInterface } from '../../stores/interface';
import { FilterField } from '../../ui/Field';
import { IconButton, IconToggle } from '../../ui/IconButton';
import { findField } from './focus';

/** Finds in the text that is open. Enter goes on, Shift+Enter back, Escape returns to the text. */
export function FindBar({ find }: { readonly find: FindController }) {
  const { t } = useTranslation('reader');
  const state = useSyncExternalStore(
    (listener) => find.subscribe(listener),
    () => find.state(),
  );
  const { query, change } = useQuery(find);
  return (
    <search className="find-bar">
      <FilterField
        label={t('find')}
        value={query.text}
        onChange={(text) => change({ text })}
        inputRef={findField}
        onEscape={() => closeFind(find)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          if (event.shiftKey) find.previous();
          else find.next();
        }}
      />
      <IconToggle
        icon={CaseSensitive}
        label={t('matchCase')}
        isOn={!query.ignoreCase}
        onChange={(isOn) => change({ ignoreCase: !isOn })}
      />
      <IconToggle
        icon={WholeWord}
        label={t('wholeWords')}
        isOn={query.wholeWords}
        onChange={(wholeWords) => change({ wholeWords })}
      />
      <IconToggle
        icon={Regex}
        label={t('regularExpression')}
        isOn={query.regularExpression}
        onChange={(regularExpression) => change({ regularExpression })}
      />
      <FindCount state={state} />
      <CommandButton id="find.previous" icon={ChevronUp} />
      <CommandButton id="find.next" icon={ChevronDown} />
      <IconButton icon={X} label={t('closeFind')} onPress={() => closeFind(find)} />
    </search>
  );
}

function closeFind(find: FindController): void {
  find.close();
  useInterface.setState({ isFindOpen: false });
  useInterface.getState().editor?.focus();
}

/** What is looked for. A bar that opens goes on with the last query, and takes it up at once. */
function useQuery(find: FindController) {
  const [query, setQuery] = useState(
    () => find.state().query ?? { text: '', ignoreCase: true, wholeWords: false, regularExpression: false },
  );
  const first = useRef(query);
  useEffect(() => {
    if (first.current.text !== '') find.search(first.current);
    findField.current?.focus();
    findField.current?.select();
  }, [find]);
  const change = (part: Partial<typeof query>): void => {
    const next = { ...query, ...part };
    setQuery(next);
    find.search(next);
  };
  return { query, change };
}

function FindCount({ state }: { readonly state: FindState }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  return (
    <span className="find-bar__count figures" role="status">
      {state.problem ? (
        <span className="find-bar__problem">{t(`findProblem.${state.problem.code}`)}</span>
      ) : state.query === null || state.query.text === '' ? null : state.count === 0 && !state.isSearching ? (
        t('findNone')
      ) : (
        t('findCount', {
          current: formatNumber(state.current, language),
          total: formatNumber(state.count, language),
        })
      )}
    </span>
  );
}
