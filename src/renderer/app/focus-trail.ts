/** An element around another, and the place among its children where that one was. */
interface Around {
  readonly element: Element;
  readonly index: number;
}

/** Where the keyboard was: an element, and what is around it, the innermost first. */
export interface Trail {
  readonly at: Element;
  readonly around: readonly Around[];
}

/** What Tab reaches, and rows among which arrow keys move. */
const focusable =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex]:not([tabindex^="-"]), ' +
  '[role="row"][tabindex], [role="option"][tabindex]';

/** What lies around everything: nothing in it is near. */
const everything = 'body, main';

const takesKeyboard = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && element.matches(focusable) && element.checkVisibility();

/** Writes down where an element is, for when it is no longer there. */
export function trailOf(at: Element): Trail {
  const around: Around[] = [];
  for (let child = at, parent = at.parentElement; parent; child = parent, parent = parent.parentElement) {
    if (parent.matches(everything)) break;
    around.push({ element: parent, index: [...parent.children].indexOf(child) });
  }
  return { at, around };
}

/** Whether the keyboard was in the text of a document. */
export const isInText = ({ around }: Trail): boolean =>
  around.some(({ element }) => element.matches('[data-scope="text"]'));

/** Whether what had the keyboard can still have it. */
export const isThere = ({ at }: Trail): boolean => at.isConnected && takesKeyboard(at);

/**
 * What is to take the keyboard instead of an element that went or was disabled: what followed it in the innermost thing
 * around it that is still there, else what was before it. Null where nothing near is left.
 */
export function nearest(trail: Trail): HTMLElement | null {
  if (isThere(trail) && trail.at instanceof HTMLElement) return trail.at;
  for (const { element, index } of trail.around) {
    if (!element.isConnected) continue;
    const children = [...element.children];
    const found =
      firstOf(children.slice(index)) ??
      firstOf(children.slice(0, index).reverse(), 'last') ??
      (takesKeyboard(element) ? element : null);
    if (found) return found;
  }
  return null;
}

function firstOf(children: readonly Element[], end: 'first' | 'last' = 'first'): HTMLElement | null {
  for (const child of children) {
    const inside = [child, ...child.querySelectorAll(focusable)].filter(takesKeyboard);
    const found = end === 'first' ? inside[0] : inside.at(-1);
    if (found) return found;
  }
  return null;
}
