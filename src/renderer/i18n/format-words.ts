import i18next from 'i18next';
import type { SayOfFormats } from '../../core/exchange/loss-report';

/** A text about what exports carry. */
export const sayOfFormats: SayOfFormats = (key, params = {}) => i18next.t(`formats:${key}`, params);

/**
 * A text of one format, by its place below `formats`. Which formats there are, and with which options, only the engine
 * knows: a test holds their words to them.
 */
const wordOf = (place: string, otherwise: string): string =>
  i18next.t(`formats:formats.${place}` as 'formats:formats.json.description', { defaultValue: otherwise });

/** What a format is called; `otherwise` where that is a name, which is the same in every language. */
export const titleOfFormat = (format: string, otherwise: string): string =>
  wordOf(`${format}.title`, otherwise);

/** What a format is, in a sentence. */
export const descriptionOfFormat = (format: string): string => wordOf(`${format}.description`, '');

/** What an option of a format is called. */
export const labelOfOption = (format: string, option: string): string =>
  wordOf(`${format}.options.${option}.label`, option);

/** What one of the choices of an option is called. */
export const labelOfChoice = (format: string, option: string, choice: string): string =>
  wordOf(`${format}.options.${option}.choices.${choice}`, choice);
