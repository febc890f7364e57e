import { grouped } from '../../core/grouped';
import type { CasAnnotation, CasDocument, CasLayer, Stretch } from '../cas/model';
import { anyAnnotation } from '../cas/model';

/** A row that is to be written: a token, or a part of one. */
export interface Unit {
  readonly id: string;
  readonly begin: number;
  readonly end: number;
  /** By layer: what stands on it. */
  readonly held: Map<string, CasAnnotation[]>;
}

interface TokenUnit extends Unit {
  readonly parts: Unit[];
}

/** How the edges of an annotation had to move so that it stands on tokens. */
export type Moved = 'edges' | 'nowhere';

/**
 * The rows of a document with what stands on each, and the numbers of what a place alone does not tell. As INCEpTION does
 * it: what begins or ends within a token has a part of that token; what stands on several rows, or beside another of its
 * layer, has a number.
 */
export class Units {
  readonly sentences: readonly (readonly TokenUnit[])[];
  readonly numbers = new Map<string, number>();
  readonly moved: { readonly annotation: CasAnnotation; readonly how: Moved }[] = [];
  readonly #tokens: readonly TokenUnit[];
  /** The row that stands for an annotation. */
  readonly #rows = new Map<string, Unit>();
  readonly #byBegin: ReadonlyMap<number, TokenUnit>;

  constructor(cas: CasDocument, layers: readonly CasLayer[]) {
    this.sentences = rowsOf(cas);
    this.#tokens = this.sentences.flat();
    this.#byBegin = new Map(this.#tokens.map((token) => [token.begin, token]));
    const byLayer = grouped(cas.annotations, ({ layer }) => layer);
    const relations: CasLayer[] = [];
    for (const layer of layers)
      if (layer.kind === 'relation') relations.push(layer);
      else for (const one of byLayer.get(layer.name) ?? []) this.#place(one, layer.kind === 'span');
    for (const layer of relations)
      for (const one of byLayer.get(layer.name) ?? []) {
        const row = one.ends && this.rowOf(one.ends.dependent);
        if (row) hold(row, one);
      }
  }

  /** The row that stands for what a reference leads to; null where it was left out. */
  rowOf(
    end:
      { readonly by: 'annotation'; readonly id: string } | { readonly by: 'stretch'; readonly begin: number },
  ): Unit | null {
    if (end.by === 'annotation') return this.#rows.get(end.id) ?? null;
    return this.#byBegin.get(end.begin) ?? null;
  }

  /** Gives an annotation a number, where it has none. */
  number({ id }: CasAnnotation): void {
    if (!this.numbers.has(id)) this.numbers.set(id, this.numbers.size + 1);
  }

  #hold(unit: Unit, one: CasAnnotation, isNumbered: boolean): void {
    const held = hold(unit, one);
    if (isNumbered && held.length > 1) for (const each of held) this.number(each);
  }

  /** The first token that satisfies a condition which holds for all behind it. */
  #first(holds: (token: Unit) => boolean): number {
    let low = 0;
    let high = this.#tokens.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const token = this.#tokens[middle];
      if (token && holds(token)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #place(one: CasAnnotation, isNumbered: boolean): void {
    if (one.begin === one.end) {
      this.#placePoint(one, isNumbered);
      return;
    }
    const from = this.#first(({ end }) => end > one.begin);
    const to = this.#first(({ begin }) => begin >= one.end) - 1;
    const [first, last] = [this.#tokens[from], this.#tokens[to]];
    if (!first || !last || from > to) {
      this.moved.push({ annotation: one, how: 'nowhere' });
      return;
    }
    const begin = Math.max(one.begin, first.begin);
    const end = Math.min(one.end, last.end);
    if (begin !== one.begin || end !== one.end) this.moved.push({ annotation: one, how: 'edges' });
    for (let index = from; index <= to; index += 1) {
      const token = this.#tokens[index];
      if (!token) continue;
      const unit = unitFor(token, [Math.max(begin, token.begin), Math.min(end, token.end)]);
      if (index === from) this.#rows.set(one.id, unit);
      this.#hold(unit, one, isNumbered);
    }
    if (isNumbered && from < to) this.number(one);
  }

  #placePoint(one: CasAnnotation, isNumbered: boolean): void {
    const found = this.#first(({ end }) => end >= one.begin);
    const token = this.#tokens[found] ?? this.#tokens.at(-1);
    if (!token) return;
    const at = Math.min(Math.max(one.begin, token.begin), token.end);
    if (at !== one.begin) this.moved.push({ annotation: one, how: 'edges' });
    const unit = unitFor(token, [at, at]);
    this.#rows.set(one.id, unit);
    this.#hold(unit, one, isNumbered);
  }

  /** Whether a row has one annotation of a layer that needs no number to be told. */
  hasPlain(unit: Unit, layer: string): boolean {
    return (unit.held.get(layer) ?? []).some(({ id }) => !this.numbers.has(id));
  }

  /** Gives numbers to what is referred to where a row and a layer do not tell it. */
  numberReferred(layer: string, one: CasAnnotation): void {
    if (layer === anyAnnotation || one.layer !== layer) this.number(one);
  }
}

function hold({ held }: Unit, one: CasAnnotation): readonly CasAnnotation[] {
  const beside = held.get(one.layer);
  if (!beside) {
    const alone = [one];
    held.set(one.layer, alone);
    return alone;
  }
  beside.push(one);
  return beside;
}

function unitFor(token: TokenUnit, [begin, end]: Stretch): Unit {
  if (token.begin === begin && token.end === end) return token;
  const known = token.parts.find((part) => part.begin === begin && part.end === end);
  if (known) return known;
  const part: Unit = { id: `${token.id}.${token.parts.length + 1}`, begin, end, held: new Map() };
  token.parts.push(part);
  return part;
}

/** Tokens by the sentences in which they begin. */
function rowsOf({ tokens, sentences }: CasDocument): readonly (readonly TokenUnit[])[] {
  const found: TokenUnit[][] = [];
  let at = -1;
  for (const [begin, end] of tokens) {
    while (at < 0 || (sentences[at + 1]?.[0] ?? Infinity) <= begin) {
      at += 1;
      found.push([]);
    }
    const row = found.at(-1);
    row?.push({ id: `${found.length}-${row.length + 1}`, begin, end, held: new Map(), parts: [] });
  }
  return found.filter((row) => row.length > 0);
}
