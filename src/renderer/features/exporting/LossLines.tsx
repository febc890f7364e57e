import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { LossLine } from '../../../core/exchange/losses';
import { sayOfFormats } from '../../i18n/format-words';
import { LossExamples } from './LossExamples';
import './LossLines.css';

/** What an export loses: of each thing how many, why, and, when it is opened, which. */
export function LossLines({ losses }: { readonly losses: readonly LossLine[] }) {
  return (
    <ul className="losses">
      {losses.map((line) => (
        <li key={`${line.thing} ${line.reason}`}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { readonly line: LossLine }) {
  const [isOpen, setOpen] = useState(false);
  const { thing, reason, count, examples } = line;
  const words = (
    <span>
      <strong className="figures">{sayOfFormats(`thing.${thing}`, { count })}</strong>
      <span className="losses__reason">{sayOfFormats(`reason.${reason}`)}</span>
    </span>
  );
  const named = examples.filter(({ record }) => record !== '');
  if (named.length === 0) return <div className="losses__line">{words}</div>;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="losses__line">
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
        {words}
      </summary>
      {isOpen && <LossExamples examples={named} count={count} />}
    </details>
  );
}
