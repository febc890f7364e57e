import { useTranslation } from 'react-i18next';
import { useIsMac } from '../stores/host';
import type { MenuLine } from '../ui/Menu';
import { capsOf } from './chords';
import { keysOf, type CommandId } from '../../contract/keymap';
import { useLabelOf } from './layout';
import { isAvailable, runCommand } from './registry';

/** Commands as lines of a menu: with their titles, their keys, and greyed where they cannot be run now. */
export function useCommandLines(): (ids: readonly CommandId[]) => readonly MenuLine[] {
  const { t } = useTranslation('commands');
  const isMac = useIsMac();
  const labelOf = useLabelOf();
  return (ids) =>
    ids.map((id) => {
      const chord = keysOf(id, isMac)[0];
      return {
        id,
        label: t(id),
        caps: chord === undefined ? null : capsOf(chord, isMac, labelOf),
        isDisabled: !isAvailable(id),
        run: () => runCommand(id),
      };
    });
}
