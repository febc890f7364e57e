import './Mark.css';

/** Postil's sign: lines of a text, one of them marked, with a note in the margin. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <rect className="mark__ground" width="48" height="48" rx="11" />
      <rect className="mark__tint" x="16" y="19" width="22" height="10" rx="2" />
      <path className="mark__line" d="M18 14h18M18 24h18M18 34h11" />
      <path className="mark__note" d="M10 19v10" />
    </svg>
  );
}
