import { nextHue } from '../../core/codebook/hues';
import { hueOfHex } from '../../core/colour';
import type { TypeId } from '../../core/ids';
import { kinds, type Kind, type TypeRecord } from '../../core/model/codebook';
import { problem, type Problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { ReadCodebook } from '../codebook/parse';
import { settleReferences } from '../codebook/references';
import { childrenNamed, parseXml, textIn, type XmlElement } from '../xml/tree';

const guidIn = (element: XmlElement): string => (element.attributes['guid'] ?? '').toLowerCase();

/** Which kind each code is of, by the sets that Postil writes; other programs know no kinds. */
function kindsOf(book: XmlElement): ReadonlyMap<string, Kind> {
  const found = new Map<string, Kind>();
  for (const set of childrenNamed(book, 'Sets').flatMap((sets) => childrenNamed(sets, 'Set'))) {
    const kind = kinds.find((one) => one === set.attributes['name']);
    if (!kind) continue;
    for (const { attributes } of childrenNamed(set, 'MemberCode'))
      found.set((attributes['guid'] ?? attributes['targetGUID'] ?? '').toLowerCase(), kind);
  }
  return found;
}

/**
 * Reads a REFI-QDA codebook (`.qdc`, REFI-QDA standard 1.5, 2019). Names and descriptions are in no language there: they
 * are taken to be in the given one. Codes that no set of Postil's gives a kind become entities.
 */
export function parseQdc(text: string, language = 'en'): Result<ReadCodebook> {
  const document = parseXml(text);
  if (!document.ok) return document;
  const book = document.value;
  if (book.name !== 'CodeBook') return fail(problem('codebook-invalid', { place: book.name }));
  const warnings: Problem[] = [];
  const kindOf = kindsOf(book);
  const types: TypeRecord[] = [];
  let assumed = 0;

  function read(code: XmlElement, parent: TypeRecord | null): void {
    const guid = guidIn(code);
    const name = code.attributes['name'] ?? '';
    if (guid === '' || name === '') {
      warnings.push(problem('codebook-code-nameless', { name: name || guid }));
      return;
    }
    const known = kindOf.get(guid) ?? parent?.kind;
    if (known === undefined) assumed += 1;
    const kind = known ?? 'entity';
    const isAbstract = code.attributes['isCodable'] === 'false';
    if (isAbstract) warnings.push(problem('codebook-abstract-type', { name }));
    const description = childrenNamed(code, 'Description')
      .map((one) => textIn(one).trim())
      .join('\n\n');
    const type: TypeRecord = {
      record: 'type',
      id: guid as TypeId,
      kind,
      parent: parent?.kind === kind ? parent.id : null,
      position: types.length,
      names: { [language]: name },
      guidelines: description === '' ? {} : { [language]: description },
      examples: [],
      hue:
        hueOfHex(code.attributes['color'] ?? '') ??
        nextHue(types.filter((one) => one.kind === kind).map(({ hue }) => hue)),
      key: null,
      symmetric: false,
      origin: { format: 'refi-qda', id: guid, fields: isAbstract ? { abstract: true } : {} },
    };
    types.push(type);
    for (const child of childrenNamed(code, 'Code')) read(child, type);
  }

  for (const code of childrenNamed(book, 'Codes').flatMap((codes) => childrenNamed(codes, 'Code')))
    read(code, null);
  if (types.length === 0) return fail(problem('codebook-without-types'));
  if (assumed > 0) warnings.push(problem('codebook-kind-assumed', { count: assumed }));
  const settled = settleReferences({ types, roles: [], attributes: [], terms: [] });
  return ok({
    codebook: { names: {}, descriptions: {}, sources: [], ...settled.codebook },
    warnings: [...warnings, ...settled.warnings],
  });
}
