import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './Button.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** `primary` for the one thing that a view is for; `plain` where the surroundings show that it is a button. */
  readonly look?: 'primary' | 'secondary' | 'plain' | 'danger';
  readonly children: ReactNode;
}

/** A button with words on it. */
export function Button({ look = 'secondary', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button button--${look}`} />;
}
