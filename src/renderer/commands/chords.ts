/** The parts of a key press that chords look at. */
export type Press = Pick<KeyboardEvent, 'altKey' | 'code' | 'ctrlKey' | 'key' | 'metaKey' | 'shiftKey'>;

/** A key with its modifiers, read from `Mod+Shift+KeyZ`. */
interface Chord {
  readonly mod: boolean;
  /** Control on a Mac, where `Mod` is Command. */
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

const parsed = new Map<string, Chord>();

function parse(text: string): Chord {
  let chord = parsed.get(text);
  if (!chord) {
    const parts = text.split('+');
    chord = {
      mod: parts.includes('Mod'),
      ctrl: parts.includes('Ctrl'),
      alt: parts.includes('Alt'),
      shift: parts.includes('Shift'),
      key: parts.at(-1) ?? '',
    };
    parsed.set(text, chord);
  }
  return chord;
}

/**
 * Whether a key press is a chord. A letter with a modifier means the letter that the layout has there, as everywhere
 * in the system, or the physical key where the layout has no Latin letters; without a modifier, the physical key.
 */
export function matches(text: string, press: Press, isMac: boolean): boolean {
  const chord = parse(text);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (other !== chord.ctrl || mod !== chord.mod || press.altKey !== chord.alt) return false;
  // Which key types a character, and whether it needs Shift, is the layout's affair.
  if (chord.key.length === 1) return press.key === chord.key;
  if (press.shiftKey !== chord.shift) return false;
  const isLatin = /^[a-z]$/i.test(press.key);
  if (chord.mod && isLatin && chord.key.startsWith('Key'))
    return `Key${press.key.toUpperCase()}` === chord.key;
  return press.code === chord.key || press.code === `Numpad${chord.key}`;
}

const signs: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  Backspace: '⌫',
  Escape: 'Esc',
  Delete: 'Del',
  Equal: '+',
  Minus: '−',
  Comma: ',',
  Slash: '/',
};

/**
 * The key caps of a chord, in the order in which they are written on this platform. `labelOf` gives what the
 * active layout has on a physical key.
 */
export function capsOf(text: string, isMac: boolean, labelOf: (code: string) => string): readonly string[] {
  const { mod, ctrl, alt, shift, key } = parse(text);
  // With a modifier people name the Latin letter: Ctrl+K is written so on every keyboard.
  const label = mod && key.startsWith('Key') ? key.slice(3) : (signs[key] ?? labelOf(key));
  const modifiers = isMac
    ? [ctrl && '⌃', alt && '⌥', shift && '⇧', mod && '⌘']
    : [mod && 'Ctrl', alt && 'Alt', shift && 'Shift'];
  return [...modifiers.filter((cap) => cap !== false), label];
}

/** The chord of a key press as a type's key is written: `KeyQ`, `Shift+KeyQ`. Null with any other modifier. */
export function physicalKey(press: Press): string | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  return press.shiftKey ? `Shift+${press.code}` : press.code;
}
