import { useTranslation } from 'react-i18next';
import type { EntryRecord } from '../../../core/model/annotation';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { valuesMissingIn } from '../../stores/workspace/unfinished';
import { useWorkspace } from '../../stores/workspace/workspace';
import { TypeSwatch } from '../../ui/TypeSwatch';
import { UnfinishedMark } from '../../ui/UnfinishedMark';
import { useTypes } from './entry-rows';

interface EntryRowProps {
  readonly entry: EntryRecord;
  readonly mentions: number;
}

/** An entry in the list: its name, what it is, its other names, and how many mentions it has. */
export function EntryRow({ entry, mentions }: EntryRowProps) {
  const { t } = useTranslation('registry');
  const language = useLanguage();
  const type = useTypes().get(entry.type ?? ('' as never));
  const lacks = useWorkspace(
    (state) =>
      valuesMissingIn(state, entry)
        .map(({ names }) => nameIn(names, language))
        .join(', '),
    '',
  );
  const typeName = type ? nameIn(type.names, language) : t(`kinds.${entry.kind}`);
  return (
    <div className="entry-row">
      {type ? <TypeSwatch type={type} /> : <span className="entry-row__untyped" />}
      <span className="entry-row__name">{entry.name}</span>
      <span className="entry-row__count figures">{t('mentions', { count: mentions })}</span>
      <span className="entry-row__facts">
        <UnfinishedMark lacks={lacks} />
        {[typeName, ...entry.aliases].join(' · ')}
      </span>
    </div>
  );
}
