import { isMac } from '../stores/host';
import { useInterface } from '../stores/interface';
import { matches, physicalKey } from './chords';
import { commandIds, keymap, keysOf, type Scope } from '../../contract/keymap';
import { learnFrom } from './layout';
import { runCommand } from './registry';

/** What a type's key does: tags the selection or changes the selected annotation. Answers whether it did. */
type TypeKeys = (key: string) => boolean;

const fields = 'input, textarea, select, [contenteditable="true"]:not([data-scope="text"] *)';
const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"][data-overlay]';

function scopesAt(target: Element): readonly Scope[] {
  switch (target.closest('[data-scope]')?.getAttribute('data-scope')) {
    case 'text':
      return ['text', 'annotations', 'anywhere'];
    case 'annotations':
      return ['annotations', 'anywhere'];
    case 'inspector':
      return ['inspector', 'anywhere'];
    default:
      return ['anywhere'];
  }
}

/**
 * Turns key presses into commands, wherever in the window they happen. Keys that type something keep out of fields,
 * and an open dialog or menu has its keys to itself. Answers with a function that stops that.
 */
export function startKeys(pressTypeKey: TypeKeys): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.isComposing || event.defaultPrevented) return;
    if (!event.ctrlKey && !event.metaKey && !event.altKey) learnFrom(event);
    if (target.closest(overlays)) return;
    const inField = target.closest(fields) !== null;
    const scopes = scopesAt(target);
    // What was selected by the last key may not have been told yet.
    if (scopes.includes('text')) useInterface.getState().editor?.selection();
    const key = inField ? null : physicalKey(event);
    const isDone =
      (key !== null && scopes.includes('annotations') && pressTypeKey(key)) || runFor(event, scopes, inField);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // Before anything in the window sees the press: Tab would move the focus, and Space scroll.
  window.addEventListener('keydown', onKey, { capture: true });
  return () => window.removeEventListener('keydown', onKey, { capture: true });
}

const runFor = (event: KeyboardEvent, scopes: readonly Scope[], inField: boolean): boolean =>
  commandIds.some((id) => {
    const { scope, inFields } = keymap[id];
    if (!scopes.includes(scope) || (inField && !inFields)) return false;
    return keysOf(id, isMac()).some((chord) => matches(chord, event, isMac())) && runCommand(id);
  });
