import { create } from 'zustand';

/** What is printed on the physical keys in the active layout, by `KeyboardEvent.code`. */
type Labels = Readonly<Record<string, string>>;

const codes = [
  ...['Q', 'W', 'E', 'R', 'T', 'Y', 'U', 'I', 'O', 'P'].map((letter) => `Key${letter}`),
  'BracketLeft',
  'BracketRight',
  ...['A', 'S', 'D', 'F', 'G', 'H', 'J', 'K', 'L'].map((letter) => `Key${letter}`),
  'Semicolon',
  'Quote',
  ...['Z', 'X', 'C', 'V', 'B', 'N', 'M'].map((letter) => `Key${letter}`),
  'Comma',
  'Period',
];

const layout = (keys: string): Labels =>
  Object.fromEntries(codes.map((code, index) => [code, keys.charAt(index)]));

/** Layouts that are told apart by a single press, since a page is not told which one is active. */
const known: readonly Labels[] = [
  layout("qwertyuiop[]asdfghjkl;'zxcvbnm,."),
  layout('йцукенгшщзхъфывапролджэячсмитьбю'),
  layout('йцукенгшщзхїфівапролджєячсмитьбю'),
  layout('qwertzuiopü+asdfghjklöäyxcvbnm,.'),
  layout('azertyuiop^$qsdfghjklmùwxcvbn,;:'),
];

interface Layout {
  readonly labels: Labels;
}

const useLayout = create<Layout>(() => ({ labels: known[0] ?? {} }));

interface KeyboardWithLayout {
  readonly keyboard?: { getLayoutMap(): Promise<Iterable<[string, string]>> };
}

/** Takes the labels of the system's layout where the browser tells them. */
export async function readLayout(): Promise<void> {
  const { keyboard } = navigator as Navigator & KeyboardWithLayout;
  try {
    const map = await keyboard?.getLayoutMap();
    if (map) useLayout.setState(({ labels }) => ({ labels: { ...labels, ...Object.fromEntries(map) } }));
  } catch {
    // Refused in a frame or by a policy: presses will tell.
  }
}

/** Learns from a key press: one that another known layout explains relabels every key, any other its own. */
export function learnFrom({ code, key }: Pick<KeyboardEvent, 'code' | 'key'>): void {
  const label = key.toLowerCase();
  const { labels } = useLayout.getState();
  if (label.length !== 1 || !codes.includes(code) || labels[code] === label) return;
  const fitting = known.find((candidate) => candidate[code] === label);
  useLayout.setState({ labels: { ...labels, ...(fitting ?? { [code]: label }) } });
}

const named = (code: string, labels: Labels): string =>
  labels[code]?.toUpperCase() ?? code.replace(/^(Key|Digit|Numpad)/, '');

/** What is printed on a physical key in the active layout. */
export const labelOf = (code: string): string => named(code, useLayout.getState().labels);

/** The same, for a component that is to be drawn anew when the layout changes. */
export function useLabelOf(): (code: string) => string {
  const labels = useLayout((state) => state.labels);
  return (code) => named(code, labels);
}
