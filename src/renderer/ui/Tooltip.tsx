import { Tooltip as AriaTooltip } from 'react-aria-components';
import { Caps } from './Caps';
import './Tooltip.css';

/** What a control does, with its key. */
export function Tooltip({
  label,
  caps,
}: {
  readonly label: string;
  readonly caps: readonly string[] | null;
}) {
  return (
    <AriaTooltip className="tooltip" offset={6}>
      {label}
      {caps && <Caps caps={caps} />}
    </AriaTooltip>
  );
}
