import { nextHue } from '../../core/codebook/hues';
import { plainAttribute, plainRole, plainType } from '../../core/codebook/plain-records';
import type { AttributeId, RoleId, TypeId } from '../../core/ids';
import type {
  AttributeDomain,
  AttributeRecord,
  FillerRule,
  Kind,
  RoleRecord,
  TypeRecord,
} from '../../core/model/codebook';
import type { Origin } from '../../core/model/origin';
import { problem, type Problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { ReadCodebook } from '../codebook/parse';
import { settleReferences } from '../codebook/references';
import { pairsOf, readLines, type ConfLine, type Section } from './lines';
import { readRemarks, type Identity, type Remarks } from './remarks';
import { parseVisual, type Visual } from './visual';

const kindOf: Partial<Record<Section, Kind>> = { entities: 'entity', relations: 'relation', events: 'event' };

const kindsNamed = new Map<string, readonly Kind[]>([
  ['<ENTITY>', ['entity']],
  ['<EVENT>', ['event']],
  ['<RELATION>', ['relation']],
  ['<ANY>', ['entity', 'event']],
]);

/** The name of a type without the mark of an abstract one, and without the id of an ontology behind a bar. */
const ownName = (name: string): string => name.replace(/^!/u, '').split('|')[0] ?? '';

/** How many fillers a role takes, as the ending of its name says: `?`, `*`, `+`, `{2}`, `{1-3}`, or none for exactly one. */
function countOf(ending: string): { readonly min: number; readonly max: number | null } {
  const range = /^\{(\d+)(?:-(\d+))?\}$/u.exec(ending);
  if (range) return { min: Number(range[1]), max: Number(range[2] ?? range[1]) };
  return { min: ending === '?' || ending === '*' ? 0 : 1, max: ending === '*' || ending === '+' ? null : 1 };
}

/** One reading of one file; what is not understood is told and left out. */
class BratReader {
  readonly warnings: Problem[] = [];
  readonly types = new Map<TypeId, TypeRecord>();
  readonly roles = new Map<RoleId, RoleRecord>();
  readonly attributes = new Map<AttributeId, AttributeRecord>();
  readonly #visual: Visual;
  readonly #statements: ReadonlySet<string>;
  readonly #ends: ReadonlyMap<string, readonly string[]>;
  readonly #language: string;
  readonly #identities: ReadonlyMap<string, string>;

  constructor(visual: Visual, { statements, ends, identities }: Remarks, language: string) {
    this.#visual = visual;
    this.#identities = new Map(identities.map(({ of, type, name, id }) => [`${of} ${type} ${name}`, id]));
    this.#statements = new Set(statements);
    this.#ends = new Map(ends.map(({ type, labels }) => [type, labels]));
    this.#language = language;
  }

  /** Of what kind the type is that a line declares; undefined for lines that declare no type. */
  #kindOf({ section, name }: ConfLine): Kind | undefined {
    const kind = kindOf[section];
    return kind === 'event' && this.#statements.has(ownName(name)) ? 'statement' : kind;
  }

  /** Where something comes from, with the record that it is in the project that wrote the file. */
  #origin(of: Identity['of'], type: string, name: string, fields: Origin['fields'] = {}): Origin {
    const record = this.#identities.get(`${of} ${type} ${name}`);
    const id = of === 'type' ? type : name;
    return { format: 'brat', id, fields: record === undefined ? fields : { ...fields, record } };
  }

  readTypes(lines: readonly ConfLine[]): void {
    const above: { readonly indent: number; readonly id: TypeId }[] = [];
    let section: Section | null = null;
    for (const line of lines) {
      const kind = this.#kindOf(line);
      if (!kind) continue;
      if (line.section !== section) above.length = 0;
      section = line.section;
      if (line.name.startsWith('<')) {
        this.#ignore(line);
        continue;
      }
      while (above.length > 0 && (above.at(-1)?.indent ?? 0) >= line.indent) above.pop();
      const id = this.#addType(line, kind, above.at(-1)?.id ?? null);
      above.push({ indent: line.indent, id });
    }
  }

  #addType({ name, rest }: ConfLine, kind: Kind, parent: TypeId | null): TypeId {
    const isAbstract = name.startsWith('!');
    // What stands behind a bar is the id of an ontology.
    const [own = name, ontology] = name.replace(/^!/u, '').split('|');
    const id = `${kind}.${own}` as TypeId;
    const relation = pairsOf(rest).find(({ key }) => key === '<REL-TYPE>')?.values[0] ?? '';
    if (isAbstract) this.warnings.push(problem('codebook-abstract-type', { name: own }));
    if (this.types.has(id)) return id;
    const hue =
      this.#visual.hues.get(own) ??
      nextHue([...this.types.values()].filter((type) => type.kind === kind).map((type) => type.hue));
    const origin = this.#origin('type', own, '', {
      ...(isAbstract ? { abstract: true } : {}),
      ...(relation.includes('transitive') ? { transitive: true } : {}),
      ...(ontology === undefined ? {} : { ontology }),
    });
    const names = { [this.#language]: this.#label(own) };
    this.types.set(id, {
      ...plainType({ id, kind, position: this.types.size, names, hue, origin }),
      parent,
      symmetric: relation.includes('symmetric'),
    });
    return id;
  }

  readRoles(lines: readonly ConfLine[]): void {
    for (const line of lines) {
      const kind = this.#kindOf(line);
      const type = kind && this.types.get(`${kind}.${ownName(line.name)}` as TypeId);
      if (!type || line.name.startsWith('<')) continue;
      const labels = this.#ends.get(ownName(line.name)) ?? [];
      pairsOf(line.rest)
        .filter(({ key }) => !key.startsWith('<'))
        .forEach(({ key, values }, index) => this.#addRole(type, key, values, labels[index]));
    }
  }

  #addRole(type: TypeRecord, key: string, values: readonly string[], label?: string): void {
    const [, name = key, ending = ''] = /^(.*?)([?*+]|\{\d+(?:-\d+)?\})?$/u.exec(key) ?? [];
    const id = `${type.id}.${name}` as RoleId;
    const known = this.roles.get(id);
    const fillers = this.#fillers(values, known?.fillers);
    const plain = plainRole(type.kind, {
      id,
      type: type.id,
      position: known?.position ?? [...this.roles.values()].filter((other) => other.type === type.id).length,
      names: { [this.#language]: label ?? this.#label(name) },
      origin: this.#origin('role', type.origin?.id ?? '', name),
    });
    const role: RoleRecord = { ...plain, ...(type.kind === 'relation' ? {} : countOf(ending)), fillers };
    if (!this.#isInherited(type, role)) this.roles.set(id, role);
  }

  /** True where a type above has the same role, since roles are inherited here and repeated in brat. */
  #isInherited(type: TypeRecord, role: RoleRecord): boolean {
    const said = ({ names, min, max, fillers }: RoleRecord): string =>
      JSON.stringify([names, min, max, fillers]);
    for (let above = type.parent; above !== null; above = this.types.get(above)?.parent ?? null) {
      const other = this.roles.get(`${above}.${role.origin?.id ?? ''}` as RoleId);
      if (other && said(other) === said(role)) return true;
    }
    return false;
  }

  #fillers(values: readonly string[], before?: FillerRule): FillerRule {
    const kinds = new Set<Kind>(before?.kinds);
    const types = new Set<TypeId>(before?.types);
    for (const value of values) {
      const named = this.#kindsNamed(value);
      if (named) named.forEach((kind) => kinds.add(kind));
      else this.#typesNamed(value).forEach((type) => types.add(type));
    }
    return { kinds: [...kinds], types: [...types], entries: false, spans: false };
  }

  #kindsNamed(value: string): readonly Kind[] | undefined {
    const named = kindsNamed.get(value);
    return named?.includes('event') && this.#statements.size > 0 ? [...named, 'statement'] : named;
  }

  #typesNamed(name: string): readonly TypeId[] {
    const ids = (['entity', 'event', 'statement', 'relation'] as const).map(
      (kind) => `${kind}.${name}` as TypeId,
    );
    const found = ids.filter((id) => this.types.has(id));
    if (found.length === 0) this.warnings.push(problem('codebook-reference-missing', { name }));
    return found;
  }

  readAttributes(lines: readonly ConfLine[]): void {
    for (const line of lines) {
      if (line.section !== 'attributes') continue;
      const pairs = pairsOf(line.rest);
      const owners = new Set(
        pairs
          .filter(({ key }) => key === 'Arg')
          .flatMap(({ values }) => values.flatMap((value) => this.#owners(value))),
      );
      const values = pairs
        .filter(({ key }) => key === 'Value' || key === 'Values')
        .flatMap((pair) => pair.values);
      if (owners.size === 0) this.#ignore(line);
      // Types below one that has the attribute have it anyway.
      for (const owner of owners)
        if (!this.#above(owner).some((above) => owners.has(above)))
          this.#addAttribute(owner, line.name, values);
    }
  }

  #owners(name: string): readonly TypeId[] {
    const named = this.#kindsNamed(name);
    if (!named) return this.#typesNamed(name);
    return [...this.types.values()]
      .filter(({ kind, parent }) => parent === null && named.includes(kind))
      .map(({ id }) => id);
  }

  #above(type: TypeId): TypeId[] {
    const above: TypeId[] = [];
    for (let next = this.types.get(type)?.parent; next; next = this.types.get(next)?.parent) above.push(next);
    return above;
  }

  #addAttribute(type: TypeId, name: string, values: readonly string[]): void {
    const domain: AttributeDomain =
      values.length === 0
        ? { kind: 'yes-no' }
        : {
            kind: 'one-of',
            choices: values.map((value) => ({ value, names: { [this.#language]: this.#label(value) } })),
          };
    const id = `${type}.${name}` as AttributeId;
    const position = [...this.attributes.values()].filter(
      ({ owner }) => owner.of === 'type' && owner.type === type,
    ).length;
    const names = { [this.#language]: this.#label(name) };
    const owner = { of: 'type', type } as const;
    const origin = this.#origin('attribute', this.types.get(type)?.origin?.id ?? '', name);
    this.attributes.set(id, plainAttribute({ id, owner, position, names, domain, origin }));
  }

  #label(name: string): string {
    return this.#visual.labels.get(name) ?? name.replace(/_/gu, ' ');
  }

  #ignore({ number, name, rest }: ConfLine): void {
    this.warnings.push(problem('codebook-line-ignored', { line: number, text: `${name} ${rest}`.trim() }));
  }
}

/**
 * Reads brat's `annotation.conf`, and with it the labels and colours of a `visual.conf` where there is one. brat's
 * names are in no language: they are taken to be in the given one (a BCP 47 tag).
 */
export function parseBratConf(annotation: string, visual = '', language = 'en'): Result<ReadCodebook> {
  const { lines, ignored } = readLines(annotation);
  const reader = new BratReader(parseVisual(visual), readRemarks(annotation), language);
  reader.readTypes(lines);
  reader.readRoles(lines);
  reader.readAttributes(lines);
  if (reader.types.size === 0) return fail(problem('codebook-without-types'));
  const { codebook, warnings } = settleReferences({
    types: [...reader.types.values()],
    roles: [...reader.roles.values()],
    attributes: [...reader.attributes.values()],
    terms: [],
  });
  return ok({
    codebook: { names: {}, descriptions: {}, sources: [], ...codebook },
    warnings: [
      ...ignored.map(({ number, text }) => problem('codebook-line-ignored', { line: number, text })),
      ...reader.warnings,
      ...warnings,
    ],
  });
}
