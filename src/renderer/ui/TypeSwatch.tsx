import type { CSSProperties } from 'react';
import type { TypeRecord } from '../../core/model/codebook';
import './TypeSwatch.css';

/** A type's colour with the line that its kind has in the text, so that it is recognised without colour too. */
export function TypeSwatch({ type }: { readonly type: TypeRecord }) {
  return (
    <span
      className={`swatch swatch--${type.kind}`}
      style={{ '--hue': type.hue } as CSSProperties}
      aria-hidden="true"
    />
  );
}
