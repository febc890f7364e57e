import type { CommandId } from '../contract/keymap';
import enCommands from '../../resources/locales/en/commands.json';
import en from '../../resources/locales/en/host.json';
import ruCommands from '../../resources/locales/ru/commands.json';
import ru from '../../resources/locales/ru/host.json';

type OwnTexts = typeof en;

/** What the host itself says: in menus, in native dialogs, to a browser that it refuses. */
export interface HostTexts extends OwnTexts {
  /** A command's title, as everywhere in the interface. */
  readonly commandTitle: (id: CommandId) => string;
}

const texts: Readonly<Record<'en' | 'ru', HostTexts>> = {
  en: { ...en, commandTitle: titlesIn(enCommands) },
  ru: { ...ru, commandTitle: titlesIn(ruCommands) },
};

/**
 * The texts in the first language of a list that there are texts in; in English otherwise. The list is as in
 * `Accept-Language` (`ru-RU,ru;q=0.9,en;q=0.8`) or a single code.
 */
export function hostTexts(languages: string): HostTexts {
  for (const entry of languages.split(',')) {
    const language = entry.trim().slice(0, 2).toLowerCase();
    if (language === 'en' || language === 'ru') return texts[language];
  }
  return texts.en;
}

/** The titles stand by group: that of `edit.undo` under `edit`, `undo`. */
function titlesIn(groups: Readonly<Record<string, unknown>>): (id: CommandId) => string {
  return (id) => {
    const [group = '', name = ''] = id.split('.');
    const titles = groups[group] as Readonly<Record<string, string>>;
    return titles[name] ?? id;
  };
}
