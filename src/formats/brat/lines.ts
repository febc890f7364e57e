import { codePoint } from '../../core/offsets';
import type { Span } from '../../core/model/annotation';

/** An argument of an event or an end of a relation: the role as it is written, number and all, and an id. */
export interface Argument {
  readonly role: string;
  readonly target: string;
}

/** A line of an `.ann` file: https://brat.nlplab.org/standoff.html. */
export type AnnLine =
  | {
      readonly kind: 'text-bound';
      readonly id: string;
      readonly type: string;
      /** In code points, as they are written. */
      readonly spans: readonly Span[];
      readonly quote: string;
    }
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly type: string;
      readonly trigger: string;
      readonly args: readonly Argument[];
    }
  | {
      readonly kind: 'relation';
      readonly id: string;
      readonly type: string;
      readonly args: readonly Argument[];
    }
  | { readonly kind: 'equivalence'; readonly type: string; readonly members: readonly string[] }
  | {
      readonly kind: 'attribute';
      readonly id: string;
      readonly name: string;
      readonly target: string;
      readonly value: string | null;
    }
  | {
      readonly kind: 'reference';
      readonly id: string;
      readonly name: string;
      readonly target: string;
      readonly scheme: string;
      readonly value: string;
      readonly title: string;
    }
  | {
      readonly kind: 'note';
      readonly id: string;
      readonly type: string;
      readonly target: string;
      readonly text: string;
    };

export type LineOf<Kind extends AnnLine['kind']> = Extract<AnnLine, { readonly kind: Kind }>;

/** The largest offset that is read as one: more digits than any text needs would lose their value. */
const offsets = /^\d{1,15}\s+\d{1,15}(?:\s*;\s*\d{1,15}\s+\d{1,15})*$/u;

function spansOf(written: string): readonly Span[] | null {
  if (!offsets.test(written)) return null;
  return written.split(';').map((span) => {
    const [start = 0, end = 0] = span.trim().split(/\s+/u).map(Number);
    return { start: codePoint(start), end: codePoint(end) };
  });
}

const words = (text: string): readonly string[] => text.split(/[ \t]+/u).filter((word) => word !== '');

/** Arguments `Role:id`; null where one is none. Older files name the ends of relations by their order only. */
function argumentsOf(written: readonly string[], isRelation: boolean): readonly Argument[] | null {
  const args: Argument[] = [];
  for (const [index, word] of written.entries()) {
    const colon = word.lastIndexOf(':');
    if (colon > 0 && colon < word.length - 1)
      args.push({ role: word.slice(0, colon), target: word.slice(colon + 1) });
    else if (isRelation && colon < 0) args.push({ role: `Arg${index + 1}`, target: word });
    else return null;
  }
  return args;
}

/** What stands behind the id of a line, for each first letter of an id. */
const readers: Readonly<Record<string, (id: string, rest: string) => AnnLine | null>> = {
  T(id, rest) {
    const [head = '', ...quote] = rest.split('\t');
    const [, type = '', places = ''] = /^ *(\S+) +(.*?) *$/u.exec(head) ?? [];
    const spans = spansOf(places);
    return spans && { kind: 'text-bound', id, type, spans, quote: quote.join('\t') };
  },
  E(id, rest) {
    const [head = '', ...others] = words(rest);
    const colon = head.lastIndexOf(':');
    const args = argumentsOf(others, false);
    if (colon < 1 || colon === head.length - 1 || !args) return null;
    return { kind: 'event', id, type: head.slice(0, colon), trigger: head.slice(colon + 1), args };
  },
  R(id, rest) {
    const [type, ...others] = words(rest);
    const args = argumentsOf(others, true);
    return type === undefined || !args || args.length < 2 ? null : { kind: 'relation', id, type, args };
  },
  A(id, rest) {
    const [, name, target, value = ''] = /^ *(\S+)[ \t]+(\S+)(?:[ \t]+(.*?))? *$/u.exec(rest) ?? [];
    if (name === undefined || target === undefined) return null;
    return { kind: 'attribute', id, name, target, value: value === '' ? null : value };
  },
  N(id, rest) {
    const [head = '', ...title] = rest.split('\t');
    const [name, target, reference = '', ...more] = words(head);
    const colon = reference.indexOf(':');
    if (name === undefined || target === undefined || colon < 1 || more.length > 0) return null;
    const [scheme, value] = [reference.slice(0, colon), reference.slice(colon + 1)];
    return value === ''
      ? null
      : { kind: 'reference', id, name, target, scheme, value, title: title.join('\t') };
  },
  '#'(id, rest) {
    const [head = '', ...text] = rest.split('\t');
    const [type, target, ...more] = words(head);
    if (type === undefined || target === undefined || more.length > 0) return null;
    return { kind: 'note', id, type, target, text: text.join('\t') };
  },
  '*'(id, rest) {
    const [type, ...members] = words(rest);
    return id !== '*' || type === undefined || members.length === 0
      ? null
      : { kind: 'equivalence', type, members };
  },
};

/** Reads a line without its end; null where it is none that brat knows. */
export function readLine(text: string): AnnLine | null {
  const [, id = '', rest = ''] = /^(\S+)\t(.*)$/su.exec(text) ?? [];
  const letter = id.charAt(0);
  // `M`, a modification, is what older files call a binary attribute.
  const read = Object.hasOwn(readers, letter) ? readers[letter] : letter === 'M' ? readers['A'] : undefined;
  return read?.(id, rest) ?? null;
}

const joined = (args: readonly Argument[]): string =>
  args.map(({ role, target }) => ` ${role}:${target}`).join('');

/** Writes a line as brat does, without its end. */
export function writeLine(line: AnnLine): string {
  switch (line.kind) {
    case 'text-bound': {
      const spans = line.spans.map(({ start, end }) => `${start} ${end}`).join(';');
      return `${line.id}\t${line.type} ${spans}\t${line.quote}`;
    }
    case 'event':
      return `${line.id}\t${line.type}:${line.trigger}${joined(line.args)}`;
    case 'relation':
      // The tab at the end is brat's own.
      return `${line.id}\t${line.type}${joined(line.args)}\t`;
    case 'equivalence':
      return `*\t${[line.type, ...line.members].join(' ')}`;
    case 'attribute':
      return `${line.id}\t${line.name} ${line.target}${line.value === null ? '' : ` ${line.value}`}`;
    case 'reference':
      return `${line.id}\t${line.name} ${line.target} ${line.scheme}:${line.value}\t${line.title}`;
    case 'note':
      return `${line.id}\t${line.type} ${line.target}\t${line.text}`;
  }
}

/** Whether two lines say the same; the words of a text-bound line follow from its place. */
export function saySame(one: AnnLine, other: AnnLine): boolean {
  const said = (line: AnnLine): string =>
    line.kind === 'text-bound'
      ? writeLine({
          ...line,
          spans: [...line.spans].sort((a, b) => a.start - b.start || a.end - b.end),
          quote: '',
        })
      : writeLine(line);
  return one.kind === other.kind && said(one) === said(other);
}

/** What ends a line for brat, which is written in Python: more than for others. */
const breaks = /[\n\v\f\r\u0085\u2028\u2029]/gu;

/** The words of some spans as brat quotes them: fragments with a blank between, and no breaks, which would end the line. */
export const quoted = (stretches: readonly string[]): string => stretches.join(' ').replace(breaks, ' ');
