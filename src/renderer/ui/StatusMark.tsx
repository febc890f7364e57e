import { Circle, CircleCheck, CircleQuestionMark, type LucideIcon } from 'lucide-react';
import type { Status } from '../../core/model/document';
import './StatusMark.css';

const icons: Readonly<Record<Status, LucideIcon>> = {
  draft: Circle,
  done: CircleCheck,
  doubtful: CircleQuestionMark,
};

/** How far something is coded, as a picture; its name stands beside it, or is spoken. */
export function StatusMark({ status }: { readonly status: Status }) {
  const Icon = icons[status];
  return <Icon size={16} strokeWidth={1.75} aria-hidden className={`status-mark status-mark--${status}`} />;
}
