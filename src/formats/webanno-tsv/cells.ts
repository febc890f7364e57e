import { addTo } from '../../core/grouped';
import { problem, type Problem } from '../../core/problem';
import {
  anyAnnotation,
  elementFeature,
  linkFeature,
  type CasAnnotation,
  type CasEnd,
  type CasLayer,
  type CasLink,
  type CasSlot,
  type CasValue,
  type Stretch,
} from '../cas/model';
import { bracketed, splitAt, unescapeValue } from './escape';
import type { Column, HeaderLayer } from './header';
import type { Row } from './rows';

/** A reference as a cell has it: `1-2[3]`, or `1-2[3_4]` where the row's own annotation is ambiguous as well. */
interface Reference {
  readonly unit: string;
  readonly number: string | null;
}

interface Growing extends Omit<CasAnnotation, 'slots' | 'ends'> {
  begin: number;
  end: number;
  readonly values: Map<string, CasValue>;
  readonly links: { readonly slot: CasSlot; readonly role: string | null; readonly target: Reference }[];
  readonly tie: { readonly governor: Reference; readonly dependent: Reference } | null;
}

/** The numbers in brackets that stand for none. */
const none = new Set(['', '0']);
const numberOf = (text: string | null | undefined): string | null =>
  text === null || text === undefined || none.has(text) ? null : text;

/** Gathers the annotations of a document out of the cells of its rows. */
export class Cells {
  readonly #header: readonly HeaderLayer[];
  readonly #file: string;
  readonly #warn: (problem: Problem) => void;
  readonly #all: Growing[] = [];
  /** By layer and number. */
  readonly #numbered = new Map<string, Growing>();
  /** By number alone. */
  readonly #byNumber = new Map<string, Growing>();
  /** By layer and unit: what begins there and has no number. */
  readonly #plain = new Map<string, Growing>();
  readonly #units = new Map<string, Stretch>();

  constructor(header: readonly HeaderLayer[], file: string, warn: (problem: Problem) => void) {
    this.#header = header;
    this.#file = file;
    this.#warn = warn;
  }

  /** How many cells a row has. */
  get width(): number {
    return this.#header.reduce((sum, { columns }) => sum + columns.length, 0);
  }

  take({ unit, cells }: Row, place: Stretch, line: number): void {
    if (this.#units.has(unit)) this.#warn(problem('format-id-twice', { file: this.#file, line, id: unit }));
    else this.#units.set(unit, place);
    let at = 0;
    for (const { layer, columns } of this.#header) {
      const stacks = columns.map((_, index) => {
        const cell = cells[at + index] ?? '_';
        return cell === '_' ? [] : splitAt(cell, '|');
      });
      at += columns.length;
      const depth = Math.max(...stacks.map((stack) => stack.length));
      for (let level = 0; level < depth; level += 1)
        this.#takeOne(
          layer,
          columns.map((column, index) => [column, stacks[index]?.[level] ?? '_'] as const),
          { unit, place, line },
        );
    }
  }

  #takeOne(layer: CasLayer, cells: readonly Cell[], where: Where): void {
    if (layer.kind === 'relation') this.#takeRelation(layer, cells, where);
    else if (layer.kind === 'chain') this.#takeLink(layer, cells, where);
    else this.#takeSpan(layer, cells, where);
  }

  #takeSpan(layer: CasLayer, cells: readonly Cell[], where: Where): void {
    const number = cells
      .filter(([{ holds }]) => holds !== 'targets')
      .map(([, cell]) => numberOf(bracketed(cell).inside))
      .find((found) => found !== null);
    const known = number && this.#numbered.get(`${layer.name} ${number}`);
    if (known) {
      known.begin = Math.min(known.begin, where.place[0]);
      known.end = Math.max(known.end, where.place[1]);
      return;
    }
    const one = this.#new(layer, where, null, null);
    if (number) {
      this.#numbered.set(`${layer.name} ${number}`, one);
      if (!this.#byNumber.has(number)) this.#byNumber.set(number, one);
    } else {
      const key = `${layer.name} ${where.unit}`;
      if (!this.#plain.has(key)) this.#plain.set(key, one);
    }
    this.#takeValues(one, cells);
    for (const [column, cell] of cells)
      if (column.holds === 'roles') {
        const targets = cells.find(([other]) => other.holds === 'targets' && other.slot === column.slot);
        this.#takeSlot(one, column.slot, bracketed(cell).value, targets?.[1] ?? '_');
      }
  }

  #takeSlot(one: Growing, slot: CasSlot, roles: string, targets: string): void {
    const references = targets === '_' ? [] : splitAt(targets, ';');
    const names = roles === '_' ? [] : splitAt(roles, ';');
    if (references.length !== names.length)
      this.#warn(
        problem('format-line-broken', {
          file: this.#file,
          line: one.line,
          detail: `${slot.name}: ${names.length} / ${references.length}`,
        }),
      );
    references.forEach((reference, index) => {
      const { value, inside } = bracketed(reference);
      const name = names[index] ?? '*';
      const role = name === '*' ? null : unescapeValue(name);
      one.links.push({ slot, role, target: { unit: value, number: numberOf(inside) } });
    });
  }

  #takeRelation(layer: CasLayer, cells: readonly Cell[], where: Where): void {
    const cell = cells.find(([{ holds }]) => holds === 'governor')?.[1] ?? '_';
    const { value, inside } = bracketed(cell);
    if (value === '_' || value === '') {
      const detail = `${layer.name}: ${cell}`;
      this.#warn(problem('format-line-broken', { file: this.#file, line: where.line, detail }));
      return;
    }
    const [from, to] = (inside ?? '').split('_');
    const tie = {
      governor: { unit: value, number: numberOf(from) },
      dependent: { unit: where.unit, number: numberOf(to) },
    };
    this.#takeValues(this.#new(layer, where, tie, null), cells);
  }

  #takeLink(layer: CasLayer, cells: readonly Cell[], where: Where): void {
    const found = cells.map(([column, cell]) => [column, ...chainPart(column, cell)] as const);
    const [chain, at] = found.map(([, , place]) => place).find((place) => place.length === 2) ?? [];
    const [element] = found.map(([, , place]) => place).find((place) => place.length > 0) ?? [];
    const key = `${layer.name} ${chain ?? ''}-${at ?? ''}`;
    const known = at === undefined ? undefined : this.#numbered.get(key);
    if (known) {
      known.begin = Math.min(known.begin, where.place[0]);
      known.end = Math.max(known.end, where.place[1]);
      return;
    }
    const number = Number(chain ?? element ?? 0);
    const one = this.#new(layer, where, null, { number, at: Number(at ?? this.#all.length + 1) });
    if (at !== undefined) this.#numbered.set(key, one);
    for (const [column, value] of found) {
      const feature = column.holds === 'chain-link' ? linkFeature : elementFeature;
      if (column.holds === 'feature') this.#takeValues(one, [[column, value]]);
      else if (value !== '*' && value !== '_') one.values.set(feature, unescapeValue(value));
    }
  }

  #new(layer: CasLayer, { place, line }: Where, tie: Growing['tie'], chain: Growing['chain']): Growing {
    const one: Growing = {
      id: `${this.#all.length + 1}`,
      layer: layer.name,
      begin: place[0],
      end: place[1],
      values: new Map(),
      links: [],
      tie,
      chain,
      line,
    };
    this.#all.push(one);
    return one;
  }

  #takeValues(one: Growing, cells: readonly Cell[]): void {
    for (const [column, cell] of cells) {
      if (column.holds !== 'feature') continue;
      const { value } = bracketed(cell);
      if (value !== '*' && value !== '_') one.values.set(column.feature, unescapeValue(value));
    }
  }

  /** All annotations, with what their references lead to. */
  annotations(): readonly CasAnnotation[] {
    const layers = new Map(this.#header.map(({ layer }) => [layer.name, layer]));
    return this.#all.flatMap(({ links, tie, ...one }): readonly CasAnnotation[] => {
      const slots = new Map<string, CasLink[]>();
      for (const { slot, role, target } of links) {
        const end = this.#resolve(target, slot.target, one);
        if (end) addTo(slots, slot.name, { role, target: end });
      }
      if (!tie) return [{ ...one, slots, ends: null }];
      const base = layers.get(one.layer)?.base ?? anyAnnotation;
      const governor = this.#resolve(tie.governor, base, one);
      const dependent = this.#resolve(tie.dependent, base, one);
      return governor && dependent ? [{ ...one, slots, ends: { governor, dependent } }] : [];
    });
  }

  #resolve(
    { unit, number }: Reference,
    layer: string,
    from: Pick<CasAnnotation, 'id' | 'line'>,
  ): CasEnd | null {
    const place = this.#units.get(unit);
    const found =
      number === null
        ? // What may be of any layer has a number; a reference without one leads to the token.
          this.#plain.get(`${layer} ${unit}`)
        : (this.#numbered.get(`${layer} ${number}`) ?? this.#byNumber.get(number));
    if (found) return { by: 'annotation', id: found.id };
    if (place && number === null) return { by: 'stretch', begin: place[0], end: place[1] };
    const missing = number === null ? unit : `${unit}[${number}]`;
    this.#warn(
      problem('format-reference-missing', { file: this.#file, line: from.line, id: from.id, missing }),
    );
    return null;
  }
}

type Cell = readonly [Column, string];

interface Where {
  readonly unit: string;
  readonly place: Stretch;
  readonly line: number;
}

/** The value of a cell of a chain, and which chain, or which link of it: `*[1]`, `*->1-2`. */
function chainPart({ holds }: Column, cell: string): readonly [value: string, place: readonly string[]] {
  if (holds === 'chain-link') {
    const match = /^((?:\\[\s\S]|[^\\])*?)->(\d{1,9})-(\d{1,9})$/u.exec(cell);
    if (match) return [match[1] ?? '', [match[2] ?? '', match[3] ?? '']];
    return [cell, []];
  }
  const { value, inside } = bracketed(cell);
  return [value, holds === 'chain-element' && inside !== null ? [inside] : []];
}
