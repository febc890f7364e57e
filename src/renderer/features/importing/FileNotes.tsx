import { useTranslation } from 'react-i18next';
import './FileNotes.css';

/** More than is told of a few files; a list that is longer is better saved and searched. */
const mostListed = 1000;

interface FileNotesProps {
  readonly title: string;
  readonly notes: readonly { readonly name: string; readonly note: string }[];
}

/** Files with a remark to each; nothing where there are none. */
export function FileNotes({ title, notes }: FileNotesProps) {
  const { t } = useTranslation('importing');
  if (notes.length === 0) return null;
  return (
    <section className="file-notes" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {notes.slice(0, mostListed).map(({ name, note }, index) => (
          <li key={`${name} ${index}`}>
            <span className="file-notes__name" title={name}>
              {name}
            </span>
            <span className="file-notes__note">{note}</span>
          </li>
        ))}
      </ul>
      {notes.length > mostListed && (
        <p className="remark">{t('andMore', { count: notes.length - mostListed })}</p>
      )}
    </section>
  );
}
