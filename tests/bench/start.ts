import { forgetFigures } from './figures';

/** Runs once before all measurements. */
export default function start(): void {
  forgetFigures();
}
