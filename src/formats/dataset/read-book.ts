import type { Codebook } from '../../core/codebook/codebook';
import type { AttributeId, RoleId, TypeId } from '../../core/ids';
import type {
  AttributeDomain,
  AttributeOwner,
  AttributeValue,
  AttributeValues,
  Kind,
} from '../../core/model/codebook';
import type { Parsed } from '../exchange/drafts';
import type { SourceFile } from '../exchange/format';
import { GrowingCodebook } from '../exchange/growing-codebook';
import { codebookFile, noCodebook, readCodebookFile } from './codebook-file';
import { fileNamed } from './folder';
import type { ValueRow } from './row';

const domains: Readonly<Record<string, AttributeDomain>> = {
  'yes-no': { kind: 'yes-no' },
  'one-of': { kind: 'one-of', choices: [] },
  'several-of': { kind: 'several-of', choices: [] },
  number: { kind: 'number' },
  date: { kind: 'date' },
  vocabulary: { kind: 'vocabulary' },
};

/** The domain of this kind, without choices: they are added as they are used. That of text where there is none such. */
const domainOf = (kind: string): AttributeDomain =>
  Object.hasOwn(domains, kind) ? (domains[kind] ?? { kind: 'text' }) : { kind: 'text' };

/** What rows refer to by id: the codebook that came beside them, or else one made of what the rows themselves tell. */
export class ReadBook {
  readonly #book: GrowingCodebook;
  readonly #types: ReadonlyMap<string, TypeId>;
  readonly #roles: ReadonlyMap<string, RoleId>;
  readonly #attributes: ReadonlyMap<string, AttributeId>;

  /** `declared` is what came beside the rows. */
  constructor(format: string, language: string, declared: Codebook) {
    this.#book = new GrowingCodebook(format, language, declared);
    this.#types = new Map(declared.types.map(({ id, kind }) => [`${kind} ${id}`, id]));
    this.#roles = new Map(declared.roles.map(({ id }) => [id, id]));
    this.#attributes = new Map(declared.attributes.map(({ id }) => [id, id]));
  }

  /** What there is by now, if anything came since this was asked for. */
  *grown(): Generator<Parsed> {
    const codebook = this.#book.grown();
    if (codebook) yield { kind: 'codebook', codebook };
  }

  type(kind: Kind, id: string, label: string | null | undefined): TypeId {
    return this.#types.get(`${kind} ${id}`) ?? this.#book.type(kind, label ?? id);
  }

  /** The type of an entry, which may have one only where the codebook came with the rows. */
  declaredType(id: string): TypeId | null {
    return this.#types.get(`entity ${id}`) ?? this.#types.get(`event ${id}`) ?? null;
  }

  role(type: TypeId, id: string, name: string): RoleId {
    return this.#roles.get(id) ?? this.#book.role(type, name || id);
  }

  /** The values that cells give. Calls `refuse` for each that cannot be read. */
  values(
    cells: readonly ValueRow[],
    owner: AttributeOwner,
    refuse: (field: string) => void,
  ): AttributeValues {
    return Object.fromEntries(
      cells.flatMap((cell): (readonly [string, AttributeValue])[] => {
        const declared = this.#attributes.get(cell.id);
        const id = declared ?? this.#book.attribute(owner, cell.name || cell.id, domainOf(cell.domain));
        const value = valueOf(cell.value);
        if (value === undefined) {
          refuse(cell.name || cell.id);
          return [];
        }
        const isLooseTerm = declared === undefined && this.#book.domainOf(id)?.kind === 'vocabulary';
        return [[id, isLooseTerm ? this.#book.term(id, cell.label ?? cell.value) : value]];
      }),
    );
  }
}

/** A value out of JSON; undefined where it is none. */
function valueOf(json: string): AttributeValue | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string') ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const { edtf, words } = value as Record<string, unknown>;
  return typeof edtf === 'string' && typeof words === 'string' ? { edtf, words } : undefined;
}

/** The book of rows with the codebook that stands beside them, and what is to be told first. */
export async function readBook(
  format: string,
  files: readonly SourceFile[],
  language: string,
): Promise<{ readonly book: ReadBook; readonly warnings: readonly Parsed[] }> {
  const beside = fileNamed(files, codebookFile);
  const { codebook, warnings } = beside ? await readCodebookFile(beside) : noCodebook;
  const book = new ReadBook(format, language, codebook);
  return { book, warnings: [...warnings, ...book.grown()] };
}
