import { problem } from '../../../../core/problem';
import { Refusal } from '../../refusal';
import type { Reader } from '../extracted';
import { Notes } from '../notes';
import { TextFlow } from '../text-flow';
import { replacedCharacters } from '../warnings';
import { codePageOf, decodeBytes } from './charsets';
import { firstState, type Destination, type GroupState } from './state';
import { rtfTokens, type RtfToken } from './tokens';
import { characters, information, readThough, skipped, symbols } from './words';

/** Groups lie no deeper in each other in any document that a program wrote. */
const deepest = 5000;

/** How many bytes are gathered before they are decoded, where none of them can be half a character. */
const mostBytes = 8192;

/** The facts of the information group that are kept. */
const kept = new Set(['title', 'author', 'date']);

/** Reads RTF (RTF 1.9.1) token by token, with a stack of what holds in each group. */
class RtfText {
  readonly flow = new TextFlow();
  readonly facts: Record<string, string> = {};
  comments = 0;
  readonly #notes = new Notes();
  readonly #noteTexts = new Map<number, string>();
  readonly #fonts = new Map<number, number>();
  readonly #stack: GroupState[] = [];
  readonly #date: Record<string, number> = {};
  #state = firstState();
  #paragraph = '';
  /** Bytes of the current code page that are not decoded yet: a character may take two. */
  #bytes: number[] = [];
  #documentCodePage = 1252;
  #defaultFont: number | null = null;
  #fontInTable = 0;
  /** How many more characters stand for the last `\u`, and are passed over. */
  #passOver = 0;
  /** Right behind an opening brace, where a word says what the group is. */
  #isBeginning = false;
  #isNewOnly = false;
  #isInRow = false;

  take(token: RtfToken, bytes: Uint8Array): void {
    const isBeginning = this.#isBeginning;
    this.#isBeginning = false;
    switch (token.kind) {
      case 'open': {
        this.#open();
        return;
      }
      case 'close': {
        this.#close();
        return;
      }
      case 'hex': {
        this.#byte(token.byte);
        return;
      }
      case 'text':
        for (const byte of bytes.subarray(token.start, token.end)) this.#byte(byte);
        return;
      case 'symbol': {
        this.#symbol(token.symbol, isBeginning);
        return;
      }
      case 'word': {
        this.#word(token.word, token.value, isBeginning);
        return;
      }
    }
  }

  end(): void {
    this.#flush();
    this.#state = firstState();
    this.#endParagraph('paragraph');
    for (const [number, text] of this.#noteTexts) this.#notes.set(number, text);
    this.#notes.writeTo(this.flow);
    const { yr, mo, dy } = this.#date;
    if (yr && mo && dy)
      this.facts['date'] = [yr, mo, dy].map((part) => String(part).padStart(2, '0')).join('-');
  }

  #open(): void {
    this.#flush();
    this.#passOver = 0;
    if (this.#stack.length >= deepest) throw new Refusal(problem('document-too-deep'));
    this.#stack.push({ ...this.#state });
    this.#isBeginning = true;
    this.#isNewOnly = false;
  }

  #close(): void {
    this.#flush();
    this.#passOver = 0;
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #symbol(symbol: string, isBeginning: boolean): void {
    if (symbol === '*' && isBeginning) {
      this.#isBeginning = true;
      this.#isNewOnly = true;
    } else if (symbol === '\n' || symbol === '\r') this.#word('par', null, false);
    else {
      const character = symbols[symbol];
      if (character === undefined) return;
      if (this.#passOver > 0) this.#passOver -= 1;
      else this.#write(character);
    }
  }

  #word(word: string, value: number | null, isBeginning: boolean): void {
    if (isBeginning && this.#beginGroup(word)) return;
    if (word === 'u' && value !== null) {
      this.#unicode(value);
      return;
    }
    const character = characters[word];
    if (character !== undefined || word === 'bin') {
      // Each stands for one character behind `\u`.
      if (this.#passOver > 0) this.#passOver -= 1;
      else if (character !== undefined) this.#write(character);
      return;
    }
    this.#format(word, value);
  }

  /** What a group is for, as its first word tells. Answers whether the word is done with. */
  #beginGroup(word: string): boolean {
    const destination = this.#destinationOf(word);
    const isUnknown = this.#isNewOnly && !readThough.has(word);
    this.#isNewOnly = false;
    if (this.#state.destination.to === 'nowhere' && word !== 'result') return true;
    if (destination) this.#state.destination = destination;
    else if (isUnknown) this.#state.destination = { to: 'nowhere' };
    return destination !== null || isUnknown;
  }

  #destinationOf(word: string): Destination | null {
    if (skipped.has(word) || word === 'object') return { to: 'nowhere' };
    const fact = information[word];
    switch (word) {
      case 'fonttbl':
        return { to: 'fonts' };
      case 'info':
        return { to: 'information', name: word };
      case 'result':
        return { to: 'text' };
      case 'creatim':
        return { to: 'date' };
      case 'annotation':
        this.comments += 1;
        return { to: 'nowhere' };
      case 'footnote':
        return this.#beginNote();
      default:
        return fact === undefined ? null : { to: 'information', name: fact };
    }
  }

  #beginNote(): Destination {
    const number = this.#notes.begin();
    this.#write(Notes.mark(number));
    this.#noteTexts.set(number, '');
    return { to: 'note', number };
  }

  #format(word: string, value: number | null): void {
    const isOn = value !== 0;
    switch (word) {
      case 'par':
      case 'sect': {
        this.#endParagraph('paragraph');
        return;
      }
      case 'cell':
      case 'nestcell': {
        this.#endCell();
        return;
      }
      case 'row':
      case 'nestrow': {
        this.#endRow();
        return;
      }
      case 'intbl':
        this.#state.isInTable = isOn;
        return;
      case 'pard':
        this.#state.isInTable = false;
        return;
      case 'plain':
        this.#flush();
        Object.assign(this.#state, {
          isHidden: false,
          isDeleted: false,
          codePage: this.#fontPage(this.#defaultFont),
        });
        return;
      case 'v':
        this.#flush();
        this.#state.isHidden = isOn;
        return;
      case 'deleted':
        this.#flush();
        this.#state.isDeleted = isOn;
        return;
      case 'uc':
        this.#state.fallbackLength = Math.min(Math.max(value ?? 1, 0), 16);
        return;
      default:
        this.#font(word, value ?? 0);
    }
  }

  #font(word: string, value: number): void {
    const { destination } = this.#state;
    if (destination.to === 'date' && (word === 'yr' || word === 'mo' || word === 'dy'))
      this.#date[word] = value;
    else if (word === 'ansicpg') this.#documentCodePage = value;
    else if (word === 'mac') this.#documentCodePage = 10000;
    else if (word === 'pc') this.#documentCodePage = 437;
    else if (word === 'pca') this.#documentCodePage = 850;
    else if (word === 'deff') this.#defaultFont = value;
    else if (word === 'f' && destination.to === 'fonts') this.#fontInTable = value;
    else if (word === 'f') {
      this.#flush();
      this.#state.codePage = this.#fontPage(value);
    } else if (destination.to === 'fonts' && (word === 'fcharset' || word === 'cpg')) {
      const page = word === 'cpg' ? value : codePageOf(value);
      if (page !== undefined && page > 0) this.#fonts.set(this.#fontInTable, page);
    }
  }

  /** What a font's character set says of its bytes. Western fonts say nothing against the document's code page. */
  #fontPage(font: number | null): number | null {
    const page = font === null ? undefined : this.#fonts.get(font);
    return page === undefined || page === 1252 ? null : page;
  }

  #unicode(value: number): void {
    this.#flush();
    this.#write(String.fromCharCode(value & 0xffff));
    this.#passOver = this.#state.fallbackLength;
  }

  #byte(byte: number): void {
    if (this.#passOver > 0) this.#passOver -= 1;
    else this.#bytes.push(byte);
    if (this.#bytes.length >= mostBytes && byte < 0x80) this.#flush();
  }

  /** Decodes the bytes that were gathered. */
  #flush(): void {
    if (this.#bytes.length === 0) return;
    const text = decodeBytes(this.#bytes, this.#state.codePage ?? this.#documentCodePage);
    this.#bytes = [];
    this.#write(text);
  }

  #write(text: string): void {
    this.#flush();
    const { destination, isHidden, isDeleted } = this.#state;
    if (isHidden || isDeleted) return;
    if (destination.to === 'text') this.#paragraph += text;
    else if (destination.to === 'note') this.#addToNote(destination.number, text);
    else if (destination.to === 'information')
      this.facts[destination.name] = (this.facts[destination.name] ?? '') + text;
  }

  #addToNote(number: number, text: string): void {
    this.#noteTexts.set(number, (this.#noteTexts.get(number) ?? '') + text);
  }

  #endParagraph(gap: 'line' | 'paragraph'): void {
    this.#flush();
    const { destination, isInTable } = this.#state;
    if (destination.to === 'note') {
      this.#addToNote(destination.number, '\n');
      return;
    }
    if (destination.to !== 'text') return;
    if (isInTable && !this.#isInRow) this.#beginRow();
    else if (!isInTable && this.#isInRow) this.#endRow();
    const text = this.#paragraph.trimEnd();
    this.#paragraph = '';
    this.flow.gap(gap);
    if (text !== '') this.flow.exact(text);
    this.flow.gap(gap);
  }

  #beginRow(): void {
    this.#isInRow = true;
    this.flow.beginRow();
  }

  #endCell(): void {
    if (this.#state.destination.to !== 'text') return;
    this.#state.isInTable = true;
    this.#endParagraph('line');
    this.flow.endCell();
  }

  #endRow(): void {
    if (!this.#isInRow) return;
    this.#isInRow = false;
    this.flow.endRow();
  }
}

/** How often the thread tells that it goes on, in tokens. */
const tellEvery = 100_000;

const clean = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** Reads a document of RTF. */
// eslint-disable-next-line @typescript-eslint/require-await -- other formats load a library
export const readRtf: Reader<Uint8Array> = async (bytes, _, tell) => {
  const text = new RtfText();
  let count = 0;
  for (const token of rtfTokens(bytes)) {
    text.take(token, bytes);
    count += 1;
    if (count % tellEvery === 0) tell(count, bytes.length);
  }
  text.end();
  const facts = Object.entries(text.facts).map(([name, value]) => [name, clean(value)] as const);
  return {
    text: text.flow.toString(),
    metadata: Object.fromEntries(facts.filter(([name, value]) => kept.has(name) && value !== '')),
    warnings: [
      ...(text.comments > 0 ? [problem('document-comments-lost', { count: text.comments })] : []),
      ...replacedCharacters(text.flow),
    ],
  };
};
