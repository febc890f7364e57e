import type { GrowingCodebook } from '../../exchange/growing-codebook';
import type { Built, Placed } from './built';
import type { AnnLine, LineOf } from '../lines';

/** Takes the value of an attribute; false where the attribute has one already or cannot have this one. */
export type TakeAttribute = (built: Built, line: LineOf<'attribute'>) => boolean;

/**
 * Reads the attributes of a document. What the configuration does not declare is binary, unless a line of the document
 * gives it a value.
 */
export function attributeReader(lines: readonly Placed<AnnLine>[], book: GrowingCodebook): TakeAttribute {
  const valued = new Set(
    lines.flatMap(({ line }) => (line.kind === 'attribute' && line.value !== null ? [line.name] : [])),
  );
  return (built, { name, value }) => {
    const owner = { of: 'type', type: built.type } as const;
    const attribute = book.attribute(
      owner,
      name,
      valued.has(name) ? { kind: 'one-of', choices: [] } : { kind: 'yes-no' },
    );
    const isBinary = book.domainOf(attribute)?.kind === 'yes-no';
    if (built.attributes.has(attribute) || isBinary !== (value === null)) return false;
    built.attributes.set(attribute, value ?? true);
    return true;
  };
}
