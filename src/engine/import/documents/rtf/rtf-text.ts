import { problem } from '../../../../core/problem';
import { Refusal } from '../../refusal';
import { Notes } from '../notes';
import { Body } from './body';
import { decodeBytes } from './charsets';
import { CodePages } from './code-pages';
import { Information } from './information';
import { firstState, type Destination, type GroupState } from './state';
import type { RtfToken } from './tokens';
import { characters, information, readThough, skipped, symbols } from './words';

/** Groups lie no deeper in each other in any document that a program wrote. */
const deepest = 5000;

/** How many bytes are gathered before they are decoded, where none of them can be half a character. */
const mostBytes = 8192;

/** Reads RTF (RTF 1.9.1) token by token, with a stack of what holds in each group. */
export class RtfText {
  readonly body = new Body();
  readonly information = new Information();
  /** How many comments were left out. */
  comments = 0;
  readonly #notes = new Notes();
  readonly #noteTexts = new Map<number, string>();
  readonly #codePages = new CodePages();
  readonly #stack: GroupState[] = [];
  #state = firstState();
  /** Bytes of the current code page that are not decoded yet: a character may take two. */
  #bytes: number[] = [];
  /** How many more characters stand for the last `\u`, and are passed over. */
  #passOver = 0;
  /** Right behind an opening brace, where a word says what the group is. */
  #isBeginning = false;
  #isNewOnly = false;

  /** Reads on. `bytes` are those of the whole file, in which the token lies. */
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

  /** Ends the text, with its notes. */
  end(): void {
    this.#flush();
    this.#state = firstState();
    this.#endParagraph();
    for (const [number, text] of this.#noteTexts) this.#notes.set(number, text);
    this.#notes.writeTo(this.body.flow);
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
        this.#endParagraph();
        return;
      }
      case 'cell':
      case 'nestcell': {
        this.#endCell();
        return;
      }
      case 'row':
      case 'nestrow': {
        this.body.endRow();
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
          codePage: this.#codePages.ofDefaultFont(),
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
        this.#describe(word, value ?? 0);
    }
  }

  /** What a word says of the document or of the font of the text. */
  #describe(word: string, value: number): void {
    const { destination } = this.#state;
    const isInFontTable = destination.to === 'fonts';
    if (destination.to === 'date' && this.information.takeDate(word, value)) return;
    if (word === 'f' && !isInFontTable) {
      this.#flush();
      this.#state.codePage = this.#codePages.ofFont(value);
    } else this.#codePages.declare(word, value, isInFontTable);
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
    const text = decodeBytes(this.#bytes, this.#state.codePage ?? this.#codePages.document);
    this.#bytes = [];
    this.#write(text);
  }

  #write(text: string): void {
    this.#flush();
    const { destination, isHidden, isDeleted } = this.#state;
    if (isHidden || isDeleted) return;
    if (destination.to === 'text') this.body.write(text);
    else if (destination.to === 'note') this.#addToNote(destination.number, text);
    else if (destination.to === 'information') this.information.add(destination.name, text);
  }

  #addToNote(number: number, text: string): void {
    this.#noteTexts.set(number, (this.#noteTexts.get(number) ?? '') + text);
  }

  #endParagraph(): void {
    this.#flush();
    const { destination, isInTable } = this.#state;
    if (destination.to === 'note') this.#addToNote(destination.number, '\n');
    else if (destination.to === 'text') this.body.endParagraph('paragraph', isInTable);
  }

  #endCell(): void {
    if (this.#state.destination.to !== 'text') return;
    this.#state.isInTable = true;
    this.#flush();
    this.body.endCell();
  }
}
