import { remember } from '../stores/settings';
import type { MenuSection } from './Menu';

interface Choice<Value extends string> {
  /** The name under which the choice is remembered. */
  readonly key: string;
  readonly title: string;
  /** What can be chosen, with its words; null stands for no choice. */
  readonly options: readonly (readonly [value: Value | null, label: string])[];
  readonly chosen: Value | null;
}

/** A part of a menu in which one line is in force. What is chosen is remembered over all projects. */
export const rememberedSection = <Value extends string>(choice: Choice<Value>): MenuSection => ({
  id: `${choice.key} ${choice.title}`,
  title: choice.title,
  choice: 'one',
  lines: choice.options.map(([value, label]) => ({
    id: `${choice.key} ${value ?? 'any'}`,
    label,
    isChosen: value === choice.chosen,
    run: () => remember(choice.key, value),
  })),
});
