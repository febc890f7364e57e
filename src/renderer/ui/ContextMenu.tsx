import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { MenuLines, type MenuSection } from './Menu';
import './ContextMenu.css';

interface ContextMenuProps {
  readonly label: string;
  readonly sections: readonly MenuSection[];
  /** Where in the window it opens. */
  readonly place: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** A menu at a place of the window, for as long as it is rendered. */
export function ContextMenu({ label, sections, place, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="context-anchor" style={{ left: place.x, top: place.y }} />
      <Popover
        className="popover"
        aria-label={label}
        triggerRef={anchor}
        placement="bottom start"
        offset={0}
        isOpen
        onOpenChange={(isOpen) => isOpen || onClose()}
      >
        <MenuLines label={label} sections={sections} onClose={onClose} />
      </Popover>
    </>
  );
}
