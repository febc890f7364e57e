import { nextHue } from '../../../core/codebook/hues';
import { plainType } from '../../../core/codebook/plain-records';
import { hueOfHex } from '../../../core/colour';
import type { TypeId } from '../../../core/ids';
import { kinds, type Kind, type TypeRecord } from '../../../core/model/codebook';
import { problem, type Problem } from '../../../core/problem';
import { childrenNamed, textIn, type XmlElement } from '../../xml/tree';
import { formatName, normalGuid } from '../guid';

/** What a description says, of however many paragraphs; as it stands there, or without blanks around it. */
export const descriptionIn = (element: XmlElement, isExact = false): string =>
  childrenNamed(element, 'Description')
    .map((one) => (isExact ? textIn(one) : textIn(one).trim()))
    .filter((text) => text !== '')
    .join('\n\n');

/** The sets of an element, below whatever holds them. */
export const setsIn = (element: XmlElement): readonly XmlElement[] =>
  childrenNamed(element, 'Sets').flatMap((sets) => childrenNamed(sets, 'Set'));

/** The kind that a set of Postil's tells of its members; undefined for any other set. */
export const kindOfSet = (set: XmlElement): Kind | undefined =>
  kinds.find((kind) => kind === set.attributes['name']);

/** Which kind each code is of, by the sets that Postil writes; other programs know no kinds. */
function kindsOf(sets: readonly XmlElement[]): ReadonlyMap<string, Kind> {
  const found = new Map<string, Kind>();
  for (const set of sets) {
    const kind = kindOfSet(set);
    if (!kind) continue;
    for (const { attributes } of childrenNamed(set, 'MemberCode'))
      found.set(normalGuid(attributes['guid'] ?? attributes['targetGUID']), kind);
  }
  return found;
}

/**
 * The codes below a code book as types. Names and descriptions are in no language there: they are taken to be in the
 * given one. Codes that no set of Postil's gives a kind become entities.
 */
export function readCodes(
  book: XmlElement,
  sets: readonly XmlElement[],
  language: string,
  noteOf: (code: XmlElement) => string = descriptionIn,
): { readonly types: readonly TypeRecord[]; readonly warnings: readonly Problem[] } {
  const warnings: Problem[] = [];
  const kindOf = kindsOf(sets);
  const types: TypeRecord[] = [];
  let assumed = 0;

  function read(code: XmlElement, parent: TypeRecord | null): void {
    const guid = normalGuid(code.attributes['guid']);
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
    const description = noteOf(code).trim();
    const plain = plainType({
      id: guid as TypeId,
      kind,
      position: types.length,
      names: { [language]: name },
      hue:
        hueOfHex(code.attributes['color'] ?? '') ??
        nextHue(types.filter((one) => one.kind === kind).map(({ hue }) => hue)),
      origin: { format: formatName, id: guid, fields: isAbstract ? { abstract: true } : {} },
    });
    const type: TypeRecord = {
      ...plain,
      parent: parent?.kind === kind ? parent.id : null,
      guidelines: description === '' ? {} : { [language]: description },
    };
    types.push(type);
    for (const child of childrenNamed(code, 'Code')) read(child, type);
  }

  for (const code of childrenNamed(book, 'Codes').flatMap((codes) => childrenNamed(codes, 'Code')))
    read(code, null);
  if (assumed > 0) warnings.push(problem('codebook-kind-assumed', { count: assumed }));
  return { types, warnings };
}
