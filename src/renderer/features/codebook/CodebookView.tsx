import { Download, History, Plus, Upload } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { nextHue } from '../../../core/codebook/hues';
import { kinds, type Kind } from '../../../core/model/codebook';
import { CommandButton } from '../../commands/CommandButton';
import { useWorkspace } from '../../stores/workspace/workspace';
import { EmptyState } from '../../ui/EmptyState';
import { IconButton } from '../../ui/IconButton';
import { MenuPopover } from '../../ui/Menu';
import { AttributesSection } from './AttributesSection';
import { useCodebook } from './book';
import { createType } from './change';
import { QuestionDialog } from './QuestionDialog';
import { showType, useShownPart } from '../../stores/shown-part';
import { TypeEditor } from './TypeEditor';
import { TypeTree } from './TypeTree';
import './CodebookView.css';

/** The codebook: its types on the left, all that is said about one on the right. */
export function CodebookView() {
  const { t } = useTranslation('codebook');
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  return (
    <Group className="book">
      <Panel
        id="book-types"
        className="pane"
        defaultSize={300}
        minSize={220}
        maxSize={520}
        groupResizeBehavior="preserve-pixel-size"
      >
        <div className="pane__content">
          <header className="bar book__bar">
            <h2 className="pane-title book__title">{t('title')}</h2>
            <NewType isReadOnly={isReadOnly} />
            <CommandButton id="codebook.take" icon={Download} />
            <CommandButton id="codebook.export" icon={Upload} />
            <CommandButton id="codebook.versions" icon={History} />
          </header>
          <TypeTree isReadOnly={isReadOnly} />
        </div>
      </Panel>
      <Separator className="edge" aria-label={t('resize')} />
      <Panel id="book-part" className="pane pane--paper" minSize={380}>
        <Part isReadOnly={isReadOnly} />
      </Panel>
      <QuestionDialog />
    </Group>
  );
}

function NewType({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { t } = useTranslation(['codebook', 'common']);
  const { types } = useCodebook();
  const create = async (kind: Kind): Promise<void> => {
    const names = { en: t('newTypeName', { lng: 'en' }), ru: t('newTypeName', { lng: 'ru' }) };
    const hue = nextHue(types.filter((type) => type.kind === kind).map((type) => type.hue));
    const fields = { names, guidelines: {}, examples: [], hue, key: null, symmetric: false };
    const made = await createType({ name: 'type.create', kind, parent: null, type: fields });
    if (made) showType(made);
  };
  return (
    <MenuTrigger>
      <IconButton icon={Plus} label={t('newType')} isDisabled={isReadOnly} />
      <MenuPopover
        label={t('newType')}
        sections={[
          {
            id: 'kinds',
            lines: kinds.map((kind) => ({
              id: kind,
              label: t(`kindNames.${kind}`),
              run: () => void create(kind),
            })),
          },
        ]}
      />
    </MenuTrigger>
  );
}

function Part({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { t } = useTranslation('codebook');
  const { lookup } = useCodebook();
  const shown = useShownPart((state) => state.shown);
  const type = shown?.of === 'type' ? lookup.type(shown.type) : undefined;
  if (type) return <TypeEditor key={type.id} type={type} isReadOnly={isReadOnly} />;
  if (shown !== null && shown.of !== 'type')
    return (
      <div className="book__part">
        <h3 className="book__heading">{t(shown.of === 'entry' ? 'ofEntries' : 'ofDocuments')}</h3>
        <AttributesSection owner={shown} isReadOnly={isReadOnly} />
      </div>
    );
  return (
    <EmptyState title={t('chooseOne')}>
      <p>{t('chooseOneHint')}</p>
    </EmptyState>
  );
}
