import { useTranslation } from 'react-i18next';
import { useHost } from '../stores/host';
import type { MenuLine } from '../ui/Menu';
import { capsOf } from './chords';
import { keysOf, type CommandId } from '../../contract/keymap';
import { useLabelOf } from './layout';
import { isAvailable, runCommand } from './registry';

/** Commands as lines of a menu: with their titles, their keys, and greyed where they cannot be run now. */
export function useCommandLines(): (ids: readonly CommandId[]) => readonly MenuLine[] {
  const { t } = useTranslation('commands');
  const mac = useHost((state) => state.host?.platform === 'darwin');
  const labelOf = useLabelOf();
  return (ids) =>
    ids.map((id) => {
      const chord = keysOf(id, mac)[0];
      return {
        id,
        label: t(id),
        caps: chord === undefined ? null : capsOf(chord, mac, labelOf),
        isDisabled: !isAvailable(id),
        run: () => runCommand(id),
      };
    });
}
