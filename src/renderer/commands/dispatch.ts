import { isMac } from '../stores/host';
import { useInterface } from '../stores/interface';
import { matches, physicalKey } from './chords';
import { commandIds, keymap, keysOf, type Scope } from '../../contract/keymap';
import { learnFrom } from './layout';
import { runCommand } from './registry';

/**
 * What the keys of the codebook do, in the text and in the list of annotations: those of types, roles and attributes.
 * Answers whether one did anything; `typing` where the keyboard has moved to a field that the key is to type in.
 */
export type CodebookKeys = (key: TypedKey) => boolean | 'typing';

/** A key without Control or Alt: where it is on the keyboard, and what it types there. */
export interface TypedKey {
  readonly physical: string;
  /** The character, or the name of the key where it types none. */
  readonly key: string;
}

const fields =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]:not([data-scope="text"] *)';
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
 * and an open dialog or menu has its keys to itself. `idle` waits for a change that is being committed; null while
 * there is none. Answers with a function that stops that.
 */
export function startKeys(pressCodebookKey: CodebookKeys, idle: () => Promise<void> | null): () => void {
  const early = makeEarlyKeys(idle);
  const onKey = (event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.isComposing || event.defaultPrevented) return;
    if (!event.ctrlKey && !event.metaKey && !event.altKey) learnFrom(event);
    if (target.closest(overlays)) return;
    const inField = target.closest(fields) !== null;
    const scopes = scopesAt(target);
    // What was selected by the last key may not have been told yet.
    if (scopes.includes('text')) useInterface.getState().editor?.selection();
    const physical = inField ? null : physicalKey(event);
    if (!inField && scopes.includes('annotations') && early.keep(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const isDone =
      (physical !== null &&
        scopes.includes('annotations') &&
        pressCodebookKey({ physical, key: event.key })) ||
      runFor(event, scopes, inField);
    if (isDone === false) return;
    if (isDone !== 'typing') event.preventDefault();
    event.stopPropagation();
  };
  // Before anything in the window sees the press: Tab would move the focus, and Space scroll.
  window.addEventListener('keydown', onKey, { capture: true });
  return () => window.removeEventListener('keydown', onKey, { capture: true });
}

/** The keys that move edges: with Shift and Alt too. */
const movesEdge = ({ code, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && /^Bracket(?:Left|Right)$/.test(code);

/**
 * Keeps letters, digits and the keys of edges that are pressed while a change is being committed, and lets them come
 * again after it: what they mean depends on what that change makes, such as the event whose role is to be filled, or
 * leaves, such as the edge that is to go on from where it came to stand.
 */
function makeEarlyKeys(idle: () => Promise<void> | null) {
  const kept: KeyboardEvent[] = [];
  let isReleasing = false;
  const release = (): void => {
    isReleasing = true;
    while (kept.length > 0 && idle() === null) {
      const event = kept.shift();
      event?.target?.dispatchEvent(new KeyboardEvent(event.type, event));
    }
    isReleasing = false;
    if (kept.length > 0) void idle()?.then(release);
  };
  return {
    /** Whether a key has to wait. */
    keep(event: KeyboardEvent): boolean {
      if (isReleasing) return false;
      const waiting = idle();
      const physical = physicalKey(event) ?? '';
      const means =
        movesEdge(event) ||
        /^(?:Shift\+)?(?:Key|Digit)/.test(physical) ||
        (kept.length > 0 && physical === 'Enter');
      if (!means || (waiting === null && kept.length === 0)) return false;
      kept.push(event);
      if (kept.length === 1) void (waiting ?? Promise.resolve()).then(release);
      return true;
    },
  };
}

const runFor = (event: KeyboardEvent, scopes: readonly Scope[], inField: boolean): boolean =>
  commandIds.some((id) => {
    const { scope, inFields } = keymap[id];
    if (!scopes.includes(scope) || (inField && !inFields)) return false;
    return keysOf(id, isMac()).some((chord) => matches(chord, event, isMac())) && runCommand(id);
  });
