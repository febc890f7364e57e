import './Caps.css';

/** Key caps, as they are pressed together. */
export function Caps({ caps }: { readonly caps: readonly string[] }) {
  return (
    <span className="caps">
      {caps.map((cap) => (
        <kbd className="cap" key={cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
