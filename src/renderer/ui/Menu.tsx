import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Popover,
  Separator,
} from 'react-aria-components';
import { Caps } from './Caps';
import './Menu.css';

/** One line of a menu. */
export interface MenuLine {
  readonly id: string;
  readonly label: string;
  readonly run: () => unknown;
  readonly icon?: ReactNode;
  readonly caps?: readonly string[] | null;
  readonly isDisabled?: boolean;
  /** Whether it is in force, in a section of choices. */
  readonly isChosen?: boolean;
  readonly isDangerous?: boolean;
}

/** Lines that belong together; sections are parted by a line. */
export interface MenuSection {
  readonly id: string;
  readonly title?: string;
  /** Of lines that are choices and not deeds: whether one of them is in force, or each for itself. */
  readonly choice?: 'one' | 'each';
  readonly lines: readonly MenuLine[];
}

interface MenuProps {
  readonly label: string;
  readonly sections: readonly MenuSection[];
}

interface MenuLinesProps extends MenuProps {
  /** A line was chosen; for menus that no `MenuTrigger` opens and closes. */
  readonly onClose?: () => void;
}

/** The lines of a menu. */
export function MenuLines({ label, sections, onClose }: MenuLinesProps) {
  return (
    <AriaMenu className="menu" aria-label={label} {...(onClose ? { onClose } : {})}>
      {sections
        .filter(({ lines }) => lines.length > 0)
        .flatMap((section, index) => [
          ...(index > 0 ? [<Separator key={`${section.id} line`} className="menu__line" />] : []),
          <AriaMenuSection
            key={section.id}
            {...(section.title === undefined ? { 'aria-label': label } : {})}
            {...selectionOf(section)}
          >
            {section.title !== undefined && <Header className="menu__title">{section.title}</Header>}
            {section.lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </AriaMenuSection>,
        ])}
    </AriaMenu>
  );
}

/** How a section tells a screen reader which of its lines are in force. */
function selectionOf({ choice, lines }: MenuSection) {
  if (choice === undefined) return {};
  const selectedKeys = lines.filter(({ isChosen }) => isChosen).map(({ id }) => id);
  return { selectionMode: choice === 'one' ? ('single' as const) : ('multiple' as const), selectedKeys };
}

function Line({ line }: { readonly line: MenuLine }) {
  const { id, label, run, icon, caps, isDisabled = false, isChosen = false, isDangerous = false } = line;
  return (
    <AriaMenuItem
      id={id}
      textValue={label}
      onAction={() => void run()}
      isDisabled={isDisabled}
      shouldCloseOnSelect
      className={isDangerous ? 'menu__item menu__item--danger' : 'menu__item'}
    >
      {icon}
      <span className="menu__label">{label}</span>
      {isChosen && <Check size={14} strokeWidth={2} aria-hidden />}
      {caps && <Caps caps={caps} />}
    </AriaMenuItem>
  );
}

/** A menu that opens beside the control that stands before it in a `MenuTrigger`. */
export function MenuPopover(props: MenuProps) {
  return (
    <Popover className="popover" placement="bottom start" offset={4}>
      <MenuLines {...props} />
    </Popover>
  );
}
