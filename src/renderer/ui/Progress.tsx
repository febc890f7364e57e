import { ProgressBar } from 'react-aria-components';
import './Progress.css';

interface ProgressProps {
  readonly label: string;
  /** Null while it is not known how much there is to do. */
  readonly fraction: number | null;
}

/** How far something is, as a thin bar. A screen reader hears of each quarter. */
export function Progress({ label, fraction }: ProgressProps) {
  const quarters = Math.floor((fraction ?? 0) * 4);
  return (
    <>
      <span className="only-spoken" role="status">
        {quarters > 0 && `${label} ${quarters * 25}%`}
      </span>
      <Bar label={label} fraction={fraction} />
    </>
  );
}

function Bar({ label, fraction }: ProgressProps) {
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
