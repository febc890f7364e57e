import { useTranslation } from 'react-i18next';
import { capsOf } from '../../commands/chords';
import { commandGroups, commandIds, keymap, keysOf, type CommandGroup } from '../../../contract/keymap';
import { useLabelOf } from '../../commands/layout';
import { closeDialog } from '../../stores/interface';
import { useIsMac } from '../../stores/host';
import { Caps } from '../../ui/Caps';
import { Dialog } from '../../ui/Dialog';
import './KeysDialog.css';

/** Every key of the application, as the active layout has it. */
export function KeysDialog() {
  const { t } = useTranslation('commands');
  return (
    <Dialog title={t('keysTitle')} width="wide" onClose={closeDialog}>
      <p className="remark">{t('keysHint')}</p>
      <div className="keys">
        {commandGroups.map((group) => (
          <KeyGroup key={group} group={group} />
        ))}
      </div>
    </Dialog>
  );
}

function KeyGroup({ group }: { readonly group: CommandGroup }) {
  const { t } = useTranslation('commands');
  const isMac = useIsMac();
  const labelOf = useLabelOf();
  const ids = commandIds.filter((id) => keymap[id].group === group && keymap[id].keys.length > 0);
  return (
    <section className="keys__group" aria-label={t(`groups.${group}`)}>
      <h3 className="keys__title">{t(`groups.${group}`)}</h3>
      <dl>
        {ids.map((id) => (
          <div key={id} className="keys__line">
            <dt>{t(id)}</dt>
            <dd>
              {keysOf(id, isMac).map((chord) => (
                <Caps key={chord} caps={capsOf(chord, isMac, labelOf)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
