import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, ToggleButton, TooltipTrigger, type ButtonProps } from 'react-aria-components';
import { Tooltip } from './Tooltip';
import './IconButton.css';

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** What it does: its accessible name, and its tooltip. */
  readonly label: string;
  /** The caps of its key, shown in the tooltip. */
  readonly caps?: readonly string[] | null;
  /** Of buttons that lead somewhere: whether that is what is shown now. */
  readonly isCurrent?: boolean;
}

/** A button that is only a picture, with its name and key in a tooltip. */
export function IconButton({ icon: Icon, label, caps = null, isCurrent = false, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...props}
        aria-label={label}
        className="icon-button"
        {...(isCurrent && { 'aria-current': 'true' })}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </AriaButton>
      <Tooltip label={label} caps={caps} />
    </TooltipTrigger>
  );
}

interface IconToggleProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly caps?: readonly string[] | null;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** An option that is on or off, shown as a picture. */
export function IconToggle({ icon: Icon, label, caps = null, isOn, onChange }: IconToggleProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <ToggleButton aria-label={label} isSelected={isOn} onChange={onChange} className="icon-button">
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </ToggleButton>
      <Tooltip label={label} caps={caps} />
    </TooltipTrigger>
  );
}
