import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergePreview } from '../../../core/commands/merge-preview';
import type { EntryId } from '../../../core/ids';
import type { EntryRecord } from '../../../core/model/annotation';
import { invoke } from '../../bridge/bridge';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useAnswer } from '../../stores/use-answer';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { mergeInto } from './changes';
import { useRegistry } from './entry-rows';

interface MergeDialogProps {
  /** The entries that become one with `into`, which may be among them. */
  readonly entries: readonly EntryId[];
  readonly into: EntryRecord;
  readonly onClose: (isMerged: boolean) => void;
}

/** What the merging of entries will do, before it is done. */
export function MergeDialog({ entries, into, onClose }: MergeDialogProps) {
  const { t } = useTranslation(['registry', 'common']);
  const registry = useRegistry();
  const ids = entries.filter((id) => id !== into.id);
  // One question for as long as the dialog is there.
  const [ask] = useState(() => () => invoke('registry.previewMerge', { entries: ids, into: into.id }));
  // While the dialog closes, they are one already.
  const areThere = [into.id, ...ids].every((id) => registry.has(id));
  const preview = useAnswer(areThere ? ask : null);
  const names = ids.map((id) => t('quoted', { name: registry.get(id)?.name ?? '' }));
  return (
    <Dialog
      title={t('mergeTitle')}
      role="alertdialog"
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onPress={() => onClose(false)}>{t('common:cancel')}</Button>
          <Button
            look="primary"
            autoFocus
            onPress={() => void mergeInto(into, ids).then(() => onClose(true))}
          >
            {t('merge')}
          </Button>
        </>
      }
    >
      <p>{t('mergeWhat', { count: ids.length, names: names.join(', '), name: into.name })}</p>
      <div aria-live="polite">{preview && <WhatFollows preview={preview} />}</div>
    </Dialog>
  );
}

function WhatFollows({ preview }: { readonly preview: MergePreview }) {
  const { t } = useTranslation('registry');
  const language = useLanguage();
  const attributes = useWorkspace((state) => state.attributes, null);
  const { mentions, roles, rolesJoined, places, aliases, identifiers, dropped } = preview;
  const droppedNames = [
    ...dropped.fields.map((field) => t(field)),
    ...dropped.attributes.map((id) => nameIn(attributes?.get(id)?.names ?? {}, language)),
  ];
  const sentences: readonly ReactNode[] = [
    t('mergeMentions', { count: mentions }),
    roles > 0 && t('mergeRoles', { count: roles }),
    rolesJoined > 0 && t('mergeRolesJoined', { count: rolesJoined }),
    places > 0 && t('mergePlaces', { count: places }),
    aliases.length > 0 && t('mergeAliases', { names: aliases.join(', ') }),
    identifiers.length > 0 &&
      t('mergeIdentifiers', {
        identifiers: identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join(', '),
      }),
    droppedNames.length > 0 && t('mergeDropped', { what: droppedNames.join(', ') }),
  ];
  return (
    <ul className="registry__merge" aria-label={t('mergeFollows')}>
      {sentences.filter(Boolean).map((sentence, index) => (
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  );
}
