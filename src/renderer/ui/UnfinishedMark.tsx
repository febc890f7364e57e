import { CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import './UnfinishedMark.css';

/** Tells of something in a list that it lacks what is required, and what that is; nothing where it lacks nothing. */
export function UnfinishedMark({ lacks }: { readonly lacks: string }) {
  const { t } = useTranslation('common');
  if (lacks === '') return null;
  return (
    <CircleDashed
      size={12}
      strokeWidth={2}
      className="unfinished-mark"
      aria-label={t('unfinished', { lacks })}
    />
  );
}
