/** Keys that Electron calls otherwise than the DOM does. */
const names: Readonly<Record<string, string>> = {
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Equal: 'Plus',
  Minus: '-',
  Slash: '/',
  Enter: 'Return',
};

/** How a menu shows a chord of the keymap: `Mod+Shift+KeyZ` is `CmdOrCtrl+Shift+Z`. */
export function acceleratorOf(chord: string): string {
  const parts = chord.split('+').map((part) => {
    if (part === 'Mod') return 'CmdOrCtrl';
    return names[part] ?? part.replace(/^(?:Key|Digit)(?=.$)/u, '');
  });
  return parts.join('+');
}
