import { Remarks } from './Remarks';
import './FileNotes.css';

interface FileNotesProps {
  readonly title: string;
  readonly notes: readonly { readonly name: string; readonly note: string }[];
  /** How many there are, where not all of them are known. */
  readonly count?: number;
}

/** Files with a remark to each; nothing where there are none. */
export function FileNotes({ title, notes, count = notes.length }: FileNotesProps) {
  if (notes.length === 0) return null;
  return (
    <section className="file-notes" aria-label={title}>
      <h3>{title}</h3>
      <Remarks
        items={notes}
        count={count}
        renderItem={({ name, note }) => (
          <>
            <span className="file-notes__name" title={name}>
              {name}
            </span>
            <span className="file-notes__note">{note}</span>
          </>
        )}
      />
    </section>
  );
}
