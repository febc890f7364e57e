import { ProgressBar } from 'react-aria-components';
import './Progress.css';

interface ProgressProps {
  readonly label: string;
  /** Null while it is not known how much there is to do. */
  readonly fraction: number | null;
}

/** How far something is, as a thin bar. */
export function Progress({ label, fraction }: ProgressProps) {
  return (
    <ProgressBar
      className="progress"
      aria-label={label}
      isIndeterminate={fraction === null}
      value={(fraction ?? 0) * 100}
    >
      {({ percentage }) => (
        <div
          className={fraction === null ? 'progress__part progress__part--unknown' : 'progress__part'}
          style={{ width: fraction === null ? '30%' : `${percentage ?? 0}%` }}
        />
      )}
    </ProgressBar>
  );
}
