/** Reports something once it has stopped changing, and once more at the end. */
export interface PlaceKeeper {
  readonly changed: () => void;
  readonly finish: () => void;
}

/** How long a place has to stay the same before it is worth remembering, in milliseconds. */
const restingTime = 400;

/** Waits until scrolling and typing rest before it reports a place. */
export function keepPlace(report: () => void): PlaceKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    changed: () => {
      clearTimeout(timer);
      timer = setTimeout(report, restingTime);
    },
    finish: () => {
      clearTimeout(timer);
      report();
    },
  };
}
