import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dismiss, sentenceIn, useNotices, type Notice } from '../stores/notices';
import { Button } from './Button';
import { IconButton } from './IconButton';
import './Toaster.css';

const calmFor = 7000;

/** Short messages in the corner. Calm ones go by themselves, unless somebody is reading or using them. */
export function Toaster() {
  const { t } = useTranslation();
  const shown = useNotices((state) => state.shown);
  return (
    <section className="toaster" aria-label={t('notifications')}>
      <ul aria-live="polite">
        {shown.map((notice) => (
          <li key={notice.id}>
            <Toast notice={notice} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Toast({ notice: { id, tone, says, action } }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tone === 'alarm') return;
    const timer = setInterval(() => {
      if (!box.current?.matches(':hover, :focus-within')) dismiss(id);
    }, calmFor);
    return () => clearInterval(timer);
  }, [id, tone]);
  return (
    <div ref={box} className={`toast toast--${tone}`}>
      <p className="toast__text">{sentenceIn(says)}</p>
      {action && (
        <Button
          look="plain"
          onPress={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label={t('dismiss')} onPress={() => dismiss(id)} />
    </div>
  );
}

/** Says what happened to people who listen instead of looking. */
export function Announcer() {
  const { text, number } = useNotices((state) => state.announcement);
  return (
    <div className="only-spoken" role="status">
      {/* The same sentence twice is two elements, so that it is said twice. */}
      <span key={number}>{text}</span>
    </div>
  );
}
