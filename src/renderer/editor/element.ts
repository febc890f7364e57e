/** A new element of a class, with a text in it. */
export function makeElement(className: string, text = ''): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.textContent = text;
  return made;
}
