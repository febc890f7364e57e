import type { Codebook } from '../../../core/codebook/codebook';
import { choiceFor, matchCodebook } from '../../../core/codebook/match';
import type { AttributeId, NewId, RoleId, TypeId } from '../../../core/ids';
import type { LinkTarget } from '../../../core/model/annotation';
import type {
  AttributeRecord,
  AttributeValue,
  AttributeValues,
  FillerRule,
  RoleRecord,
  TermRecord,
  TypeRecord,
} from '../../../core/model/codebook';
import { problem, type Problem } from '../../../core/problem';
import { isInDomain } from '../../../core/rules/attribute-domain';
import { mayCarry, mayFill, type Carrier } from '../../../core/rules/codebook-rules';
import { unspelledValue } from './spelled-value';
import type { TakenIds } from './taken-ids';

type BookRecord = TypeRecord | RoleRecord | AttributeRecord | TermRecord;

const nothingFills = ({ kinds, types, entries, spans }: FillerRule): boolean =>
  kinds.length + types.length === 0 && !entries && !spans;

const anyName = (names: Readonly<Record<string, string>>): string => Object.values(names)[0] ?? '';

/**
 * The codebook of a project while files of other tools are taken in. Their types, roles, attributes and terms become
 * those of the project that mean the same, or come beside them; where what was annotated goes beyond what a role or a
 * choice allows, that is widened, since what was annotated counts for more.
 */
export class TakenCodebook {
  readonly #records = new Map<string, BookRecord>();
  /** What stood in the project before, by id. */
  readonly #before: ReadonlyMap<string, BookRecord>;
  /** What files say nothing about but its name: it is widened without a word. */
  readonly #open = new Set<string>();
  readonly #warned = new Set<string>();
  readonly #newId: () => NewId;
  readonly #warn: (problem: Problem) => void;

  constructor(mine: Codebook, newId: () => NewId, warn: (problem: Problem) => void) {
    for (const record of [...mine.types, ...mine.roles, ...mine.attributes, ...mine.terms])
      this.#records.set(record.id, record);
    this.#before = new Map(this.#records);
    this.#newId = newId;
    this.#warn = warn;
  }

  /** As it is by now. */
  get codebook(): Codebook {
    const all = [...this.#records.values()];
    return {
      types: all.filter((one) => one.record === 'type'),
      roles: all.filter((one) => one.record === 'role'),
      attributes: all.filter((one) => one.record === 'attribute'),
      terms: all.filter((one) => one.record === 'term'),
    };
  }

  /** What was made and what was changed by now. */
  changes(): { readonly added: readonly BookRecord[]; readonly updated: readonly BookRecord[] } {
    const all = [...this.#records.values()];
    return {
      added: all.filter(({ id }) => !this.#before.has(id)),
      updated: all.filter((one) => this.#before.has(one.id) && this.#before.get(one.id) !== one),
    };
  }

  readonly type = (id: TypeId): TypeRecord | undefined => this.#find('type', id);
  readonly role = (id: RoleId): RoleRecord | undefined => this.#find('role', id);
  readonly attribute = (id: AttributeId): AttributeRecord | undefined => this.#find('attribute', id);

  #find<Name extends BookRecord['record']>(
    name: Name,
    id: string,
  ): Extract<BookRecord, { record: Name }> | undefined {
    const found = this.#records.get(id);
    return found?.record === name ? (found as Extract<BookRecord, { record: Name }>) : undefined;
  }

  /** Takes a piece of a file's codebook in. What `ids` knows already stays as it was taken in before. */
  take(piece: Codebook, ids: TakenIds): void {
    const theirs = ids.unknownOf(piece);
    if (theirs.types.length + theirs.roles.length + theirs.attributes.length + theirs.terms.length === 0)
      return;
    const mine = this.codebook;
    ids.addMatch(matchCodebook(theirs, mine, ids));
    const fresh = <Item extends BookRecord>(items: readonly Item[]): readonly Item[] =>
      items.filter(({ id }) => {
        if (ids.has(id)) return false;
        ids.set(id, this.#records.has(id) ? this.#newId() : id);
        return true;
      });
    const types = fresh(theirs.types);
    const roles = fresh(theirs.roles);
    const attributes = fresh(theirs.attributes);
    const terms = fresh(theirs.terms);
    const of = <Id extends string>(id: Id): Id => ids.of(id) ?? id;
    const last = Math.max(-1, ...mine.types.map(({ position }) => position));
    types.forEach((type, index) => {
      const parent = type.parent && of(type.parent);
      this.#set({ ...type, id: of(type.id), parent, position: last + 1 + index });
    });
    for (const role of roles) {
      if (nothingFills(role.fillers)) this.#open.add(of(role.id));
      const fillers = { ...role.fillers, types: role.fillers.types.map(of) };
      this.#set({ ...role, id: of(role.id), type: of(role.type), fillers });
    }
    for (const attribute of attributes) {
      const { owner, domain } = attribute;
      if ('choices' in domain && domain.choices.length === 0) this.#open.add(of(attribute.id));
      this.#set({
        ...attribute,
        id: of(attribute.id),
        owner: owner.of === 'type' ? { of: 'type', type: of(owner.type) } : owner,
      });
    }
    for (const term of terms) {
      const parent = term.parent && of(term.parent);
      this.#set({ ...term, id: of(term.id), attribute: of(term.attribute), parent });
    }
  }

  #set(record: BookRecord): void {
    this.#records.set(record.id, record);
  }

  /** Whether something in another document may fill any of the roles, as far as files have said by now. */
  get linksDocuments(): boolean {
    return [...this.#records.values()].some(
      (one) => one.record === 'role' && (one.acrossDocuments || this.#open.has(one.id)),
    );
  }

  /** Makes a role take what fills it, and as many. `type` is that of the filler, where it is an annotation. */
  fill(id: RoleId, by: LinkTarget['by'], type: TypeId | null, count: number, isElsewhere: boolean): void {
    const role = this.role(id);
    if (!role) return;
    const { fillers } = role;
    const fits = mayFill(fillers, by, type, this.type);
    const hasRoom = role.max === null || count <= role.max;
    if (fits && hasRoom && (!isElsewhere || role.acrossDocuments)) return;
    if (!this.#open.has(id)) this.#warnOnce(problem('import-role-widened', { role: anyName(role.names) }));
    this.#set({
      ...role,
      max: hasRoom ? role.max : null,
      acrossDocuments: role.acrossDocuments || isElsewhere,
      fillers: {
        ...fillers,
        types: fits || type === null ? fillers.types : [...fillers.types, type],
        entries: fillers.entries || by === 'entry',
        spans: fillers.spans || by === 'span',
      },
    });
  }

  /** The values that a record may have of those that a file gives it: choices are made as they are used. */
  values(values: AttributeValues, carrier: Carrier): AttributeValues {
    return Object.fromEntries(
      Object.entries(values).flatMap(([key, value]) => {
        const attribute = this.attribute(key as AttributeId);
        const taken =
          attribute && mayCarry(carrier, attribute.owner, this.type)
            ? this.#valueFor(attribute, value)
            : undefined;
        if (taken !== undefined) return [[key, taken]];
        this.#warn(
          problem('import-value-left-out', {
            attribute: anyName(attribute?.names ?? {}) || key,
            value: JSON.stringify(value).slice(0, 200),
          }),
        );
        return [];
      }),
    );
  }

  #valueFor(attribute: AttributeRecord, value: AttributeValue): AttributeValue | undefined {
    const { domain } = attribute;
    const isTerm = (id: string): boolean => this.#find('term', id)?.attribute === attribute.id;
    const told = typeof value === 'string' ? this.#unspelled(attribute, value) : value;
    if (told !== value) return this.#valueFor(attribute, told);
    if (domain.kind === 'one-of' && typeof value === 'string') return this.#choose(attribute.id, value);
    if (domain.kind === 'several-of' && Array.isArray(value))
      return [...new Set((value as readonly string[]).map((one) => this.#choose(attribute.id, one)))];
    return isInDomain(domain, value, isTerm) ? value : undefined;
  }

  /** What a text says that spells a value of an attribute; the text itself where it is one, or says nothing that fits. */
  #unspelled({ id, domain }: AttributeRecord, text: string): AttributeValue {
    if (domain.kind !== 'vocabulary') return unspelledValue(domain, text);
    if (this.#find('term', text)?.attribute === id) return text;
    const named = this.codebook.terms.find((one) => one.attribute === id && one.name === text);
    if (named) return named.id;
    const term: TermRecord = {
      record: 'term',
      id: this.#newId(),
      attribute: id,
      parent: null,
      name: text,
      origin: null,
    };
    this.#set(term);
    return term.id;
  }

  #choose(id: AttributeId, value: string): string {
    const attribute = this.attribute(id);
    if (!attribute || !('choices' in attribute.domain)) return value;
    const { domain } = attribute;
    const known = choiceFor(domain, value);
    if (known !== undefined) return known;
    if (!this.#open.has(id))
      this.#warnOnce(problem('import-choice-added', { attribute: anyName(attribute.names), value }));
    const [language = 'en'] = Object.keys(attribute.names);
    const choices = [...domain.choices, { value, names: { [language]: value } }];
    this.#set({ ...attribute, domain: { ...domain, choices } });
    return value;
  }

  #warnOnce(warning: Problem): void {
    const key = JSON.stringify(warning);
    if (this.#warned.has(key)) return;
    this.#warned.add(key);
    this.#warn(warning);
  }
}
