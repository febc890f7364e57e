import type { FormatDescription } from '../../contract/exchange';
import { invoke } from '../bridge/bridge';
import { titleOfFormat } from '../i18n/format-words';
import { useLanguage } from '../i18n/use-language';
import { useAnswer } from './use-answer';

const ask = () => invoke('formats.list', {});

/** The exchange formats that the engine knows, called as they are in the language that is shown; none before it answers. */
export function useFormats(): readonly FormatDescription[] {
  useLanguage();
  return (useAnswer(ask) ?? []).map((format) => ({
    ...format,
    title: titleOfFormat(format.name, format.title),
  }));
}
