import type { TypeRecord } from '../../../core/model/codebook';

/** The types that have a word in any language beginning with what was typed, in the order of the codebook. */
export function matching(types: Iterable<TypeRecord>, text: string, language: string): readonly TypeRecord[] {
  const wanted = text.trim().toLocaleLowerCase(language);
  return [...types]
    .filter(({ names }) =>
      Object.values(names).some((name) => hasWord(name.toLocaleLowerCase(language), wanted)),
    )
    .sort((a, b) => a.position - b.position);
}

const hasWord = (name: string, wanted: string): boolean =>
  name.startsWith(wanted) || name.split(/[\s-]+/u).some((word) => word.startsWith(wanted));

/** Whether one of some types is called so already, in whatever case. */
export const hasName = (types: readonly TypeRecord[], text: string, language: string): boolean =>
  types.some(({ names }) =>
    Object.values(names).some(
      (name) => name.toLocaleLowerCase(language) === text.trim().toLocaleLowerCase(language),
    ),
  );
