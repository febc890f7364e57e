import { changeSettings, useSettings } from '../../stores/settings';

export const smallestText = 12;
export const largestText = 32;

/** Sets the size of the document's text in CSS pixels, within what can be read. */
export const setTextSize = (size: number): Promise<void> =>
  changeSettings({ textSize: Math.min(largestText, Math.max(smallestText, size)) });

/** Makes the document's text larger or smaller by some pixels. */
export const growText = (by: number): Promise<void> => setTextSize(useSettings.getState().textSize + by);
