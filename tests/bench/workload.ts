import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A span to annotate, in UTF-16 units of its text. */
export interface WorkSpan {
  readonly start: number;
  readonly end: number;
  readonly label: number;
}

/** A document to measure with: one span for each hundred characters, a fifth of them overlapping others. */
export interface WorkDocument {
  readonly name: string;
  readonly text: string;
  readonly spans: readonly WorkSpan[];
  /** How many of its events and statements have three roles filled, each by a neighbour. None where it is missing. */
  readonly linked?: number;
}

const root = join(import.meta.dirname, '..', '..');
const sharedWorkload = join(root, '..', 'shared', 'bench', 'workload.mjs');
const seed = 20261122;
const labels = 10;

/** A repeatable stream of numbers in [0, 1): the linear congruential generator of Numerical Recipes, 3rd ed., § 7.1. */
export function makeRandom(start = seed): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Paragraphs of the real corpus where it is, else of the samples that the project ships. */
export function paragraphs(): string[] {
  const shared = join(root, '..', 'shared', 'corpus');
  const folder = existsSync(shared) ? shared : join(root, 'resources', 'samples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/\r?\n/u))
    .map((line) => line.trim())
    .filter((line) => line.length >= 20);
}

/** Words of a text as spans, in order. */
function wordsOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}-]*/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** Spans over whole words: four fifths stand apart, a fifth covers the same words or reaches over into the next. */
export function makeSpans(text: string, count: number, types = labels): WorkSpan[] {
  const random = makeRandom();
  const words = wordsOf(text);
  const spans: WorkSpan[] = [];
  const bases = Math.round(count * 0.8);
  const step = words.length / bases;
  for (let index = 0; index < bases; index += 1) {
    const first = words[Math.floor(index * step)];
    const last = words[Math.floor(index * step + random() * Math.max(0, step - 1))] ?? first;
    if (first && last) spans.push({ start: first.start, end: last.end, label: index % types });
  }
  for (let index = spans.length; index < count; index += 1) {
    const at = Math.floor(random() * (words.length - 2));
    const [first, last] = [words[at], words[at + 1]];
    if (first && last) spans.push({ start: first.start, end: last.end, label: index % types });
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** About so many characters of running text, whose paragraphs are joined by a separator. */
export function makeText(length: number, separator = '\n'): string {
  const random = makeRandom();
  const source = paragraphs();
  const parts: string[] = [];
  for (let size = 0; size < length;) {
    const part = source[Math.floor(random() * source.length)] ?? '';
    parts.push(part);
    size += part.length + separator.length;
  }
  return parts.join(separator).slice(0, length).trimEnd();
}

interface SharedDocument {
  readonly text: string;
  readonly labels: readonly string[];
  readonly spans: readonly { readonly start: number; readonly end: number; readonly label: string }[];
}

/** The documents of 10 thousand, 100 thousand and 1 million characters, made by the shared script where it exists. */
export function standardDocuments(): WorkDocument[] {
  const sizes = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };
  if (!existsSync(sharedWorkload))
    return Object.entries(sizes).map(([name, length]) => {
      const text = makeText(length);
      return { name, text, spans: makeSpans(text, Math.round(text.length / 100)) };
    });
  const folder = mkdtempSync(join(tmpdir(), 'postil-workload-'));
  try {
    // The script works only where it is run by its own path, and the folder may be a link.
    const script = realpathSync(sharedWorkload);
    execFileSync(process.execPath, [script, join(root, '..', 'shared', 'corpus'), folder]);
    return Object.keys(sizes).map((name) => {
      const made = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as SharedDocument;
      const spans = made.spans.map(({ start, end, label }) => ({
        start,
        end,
        label: made.labels.indexOf(label),
      }));
      return { name, text: made.text, spans };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The largest document once more, with as many links as a coder makes who fills every role. */
export function linkedDocument(documents: readonly WorkDocument[]): WorkDocument[] {
  return documents
    .filter(({ name }) => name === '1m')
    .map((document) => ({ ...document, name: '1m with 9,000 links', linked: 3000 }));
}

/** Shapes that are hard on layout: a million characters in one line, 100,000 lines of one, 150 types in use. */
export function extremeDocuments(): WorkDocument[] {
  const oneLine = makeText(1_000_000, ' ');
  const manyTypes = makeText(100_000);
  return [
    { name: '1m in one line', text: oneLine, spans: makeSpans(oneLine, 10_000) },
    {
      name: '100,000 lines',
      text: 'я\n'.repeat(100_000).trimEnd(),
      spans: Array.from({ length: 1000 }, (_, index) => ({
        start: index * 200,
        end: index * 200 + 1,
        label: index % 10,
      })),
    },
    { name: '150 types', text: manyTypes, spans: makeSpans(manyTypes, 1000, 150) },
  ];
}
