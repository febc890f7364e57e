import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './EmptyState.css';

interface EmptyStateProps {
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly children?: ReactNode;
}

/** What stands where nothing is yet, and says what to do. */
export function EmptyState({ icon: Icon, title, children }: EmptyStateProps) {
  return (
    <div className="empty">
      {Icon && <Icon size={24} strokeWidth={1.5} aria-hidden className="empty__icon" />}
      <p className="empty__title">{title}</p>
      {children !== undefined && <div className="empty__text">{children}</div>}
    </div>
  );
}
