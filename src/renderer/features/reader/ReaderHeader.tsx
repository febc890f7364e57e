import { BookOpenText, ChevronDown, ChevronUp, Ellipsis, PanelLeft, PanelRight, Search } from 'lucide-react';
import { Button as AriaButton, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DocumentId } from '../../../core/ids';
import { statuses, type Status } from '../../../core/model/document';
import { CommandButton } from '../../commands/CommandButton';
import { useCommandLines } from '../../commands/use-lines';
import { formatNumber } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { run } from '../../stores/workspace/session';
import { useWorkspace } from '../../stores/workspace/workspace';
import { IconButton } from '../../ui/IconButton';
import { MenuLines, MenuPopover, type MenuSection } from '../../ui/Menu';
import { StatusMark } from '../../ui/StatusMark';

/** What is open, how far it is, and the way to its neighbours. */
export function ReaderHeader({ document: id }: { readonly document: DocumentId }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const document = useWorkspace((state) => state.documents.get(id)?.document ?? null, null);
  const place = useWorkspace((state) => [...state.documents.keys()].indexOf(id) + 1, 0);
  const total = useWorkspace((state) => state.documents.size, 0);
  if (!document) return null;
  return (
    <header className="bar reader__header">
      <CommandButton id="view.documents" icon={PanelLeft} />
      <h2 className="reader__name" title={document.name}>
        {document.name}
      </h2>
      <StatusMenu document={id} status={document.status} />
      <span className="reader__space" />
      <span className="reader__place figures">
        {t('place', {
          place: formatNumber(place, language),
          total: formatNumber(total, language),
        })}
      </span>
      <span className="reader__group">
        <CommandButton id="document.previous" icon={ChevronUp} />
        <CommandButton id="document.next" icon={ChevronDown} />
      </span>
      <CommandButton id="find.show" icon={Search} />
      <MenuTrigger>
        <IconButton icon={Ellipsis} label={t('more')} />
        <Popover className="popover" placement="bottom end" offset={4}>
          <MoreMenu />
        </Popover>
      </MenuTrigger>
      <CommandButton id="type.guideline" icon={BookOpenText} />
      <CommandButton id="view.annotations" icon={PanelRight} />
    </header>
  );
}

function MoreMenu() {
  const { t } = useTranslation('reader');
  const lines = useCommandLines();
  return (
    <MenuLines
      label={t('more')}
      sections={[
        { id: 'go', lines: lines(['document.nextUnfinished', 'document.finish']) },
        {
          id: 'change',
          lines: lines([
            'document.details',
            'document.rename',
            'document.note',
            'document.split',
            'document.remove',
          ]),
        },
      ]}
    />
  );
}

function StatusMenu({ document, status }: { readonly document: DocumentId; readonly status: Status }) {
  const { t } = useTranslation('common');
  const sections: readonly MenuSection[] = [
    {
      id: 'status',
      choice: 'one',
      lines: statuses.map((known) => ({
        id: known,
        label: t(`status.${known}`),
        icon: <StatusMark status={known} />,
        isChosen: known === status,
        run: () => run({ name: 'document.status', documents: [document], status: known }),
      })),
    },
  ];
  return (
    <MenuTrigger>
      <AriaButton className="status-button" aria-label={t('statusIs', { status: t(`status.${status}`) })}>
        <StatusMark status={status} />
        <span aria-hidden>{t(`status.${status}`)}</span>
      </AriaButton>
      <MenuPopover label={t('statusTitle')} sections={sections} />
    </MenuTrigger>
  );
}
