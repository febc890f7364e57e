import { createRef } from 'react';
import { afterFrames } from '../../ui/after-frames';
import type { ListHandle } from '../../ui/VirtualList';

/** Where the keyboard is put: the rows of the list. */
export const entryRows = createRef<ListHandle>();

/** The attribute of the field that holds the name of the entry that is shown. */
export const nameField = 'data-entry-name';

/** Lets the name of the entry that is shown be typed anew, once it is drawn. */
export function focusName(): void {
  // A menu that closes gives the keyboard back first.
  afterFrames(2, () => {
    const field = document.querySelector<HTMLInputElement>(`[${nameField}] input`);
    field?.focus();
    field?.select();
  });
}
