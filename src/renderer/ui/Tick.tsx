import { Check } from 'lucide-react';
import './Tick.css';

/** The box of something that can be chosen, with its tick. What it means is said by what it stands in. */
export function Tick({ isOn, className = '' }: { readonly isOn: boolean; readonly className?: string }) {
  return (
    <span className={`tick ${className}`} data-on={isOn || undefined} aria-hidden>
      {isOn && <Check size={12} strokeWidth={3} />}
    </span>
  );
}
