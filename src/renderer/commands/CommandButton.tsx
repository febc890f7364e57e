import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton';
import type { CommandId } from '../../contract/keymap';
import { runCommand, useCaps, useIsAvailable } from './registry';

/** A command as a picture, with its title and key in the tooltip. */
export function CommandButton({
  id,
  icon,
  isCurrent = false,
}: {
  readonly id: CommandId;
  readonly icon: LucideIcon;
  readonly isCurrent?: boolean;
}) {
  const { t } = useTranslation('commands');
  const caps = useCaps(id);
  const isDisabled = !useIsAvailable(id);
  return (
    <IconButton
      icon={icon}
      label={t(id)}
      caps={caps}
      isDisabled={isDisabled}
      isCurrent={isCurrent}
      onPress={() => runCommand(id)}
    />
  );
}
