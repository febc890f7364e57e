import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { keymap, type CommandId } from '../contract/keymap';
import type { RecentProject } from '../contract/host-calls';
import type { Host } from '../host/host';
import type { HostTexts } from '../host/texts';
import { acceleratorOf } from './accelerator';
import { menuCommands, type MenuLine } from './menu-commands';
import type { Windows } from './windows';

type Items = MenuItemConstructorOptions[];

/** The application's menu. */
export interface ApplicationMenu {
  /** Builds it anew: in another language, or with another recent project. */
  refresh(texts: HostTexts): Promise<void>;
}

const isMac = process.platform === 'darwin';
const gap: MenuItemConstructorOptions = { type: 'separator' };

/** Makes the menu of all windows. What is chosen in it, the window that was used last does. */
export const makeApplicationMenu = (host: Host, windows: Windows): ApplicationMenu => ({
  async refresh(texts) {
    const recent = recentItems(texts, await host.recent.list(), (path) => void windows.openProject(path));
    const items = (lines: readonly MenuLine[]): Items =>
      lines.map((line) => {
        if (line === 'gap') return gap;
        return commandItem(line, texts, () => void windows.runCommand(line));
      });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(texts, recent, items)));
  },
});

/** The interface sees every key before the menu does, and knows whether it types or commands: here it only stands. */
function commandItem(id: CommandId, texts: HostTexts, run: () => void): MenuItemConstructorOptions {
  const key = keymap[id].keys[0];
  return {
    label: texts.commandTitle(id),
    click: run,
    ...(key === undefined ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }),
  };
}

function template({ menu }: HostTexts, recent: Items, items: (lines: readonly MenuLine[]) => Items): Items {
  const preferences = items(menuCommands.preferences);
  return [
    ...(isMac ? [macItems(menu, preferences)] : []),
    {
      label: menu.file,
      submenu: [
        ...items(menuCommands.file),
        { label: menu.recent, submenu: recent },
        gap,
        ...items(menuCommands.exchange),
        { role: 'close', label: menu.closeWindow },
        ...(isMac ? [] : [gap, ...preferences, gap, { role: 'quit', label: menu.quit } as const]),
      ],
    },
    {
      label: menu.edit,
      submenu: [
        ...items(menuCommands.history),
        gap,
        { role: 'cut', label: menu.cut },
        { role: 'copy', label: menu.copy },
        { role: 'paste', label: menu.paste },
        { role: 'selectAll', label: menu.selectAll },
        gap,
        ...items(menuCommands.find),
      ],
    },
    {
      label: menu.view,
      submenu: [
        ...items(menuCommands.view),
        gap,
        { role: 'togglefullscreen', label: menu.fullScreen },
        { role: 'toggleDevTools', label: menu.developerTools },
      ],
    },
    { label: menu.document, submenu: items(menuCommands.document) },
    { label: menu.annotation, submenu: items(menuCommands.annotation) },
    { label: menu.window, role: 'windowMenu' },
    { label: menu.help, role: 'help', submenu: items(menuCommands.help) },
  ];
}

function recentItems(
  texts: HostTexts,
  recent: readonly RecentProject[],
  open: (path: string) => void,
): Items {
  const present = recent.filter(({ exists }) => exists);
  if (present.length === 0) return [{ label: texts.menu.noRecent, enabled: false }];
  return present.map(({ name, path }) => ({
    label: name,
    sublabel: path,
    click: () => {
      open(path);
    },
  }));
}

const macItems = (menu: HostTexts['menu'], preferences: Items): MenuItemConstructorOptions => ({
  label: app.name,
  submenu: [
    { role: 'about', label: menu.about },
    gap,
    ...preferences,
    gap,
    { role: 'services', label: menu.services },
    gap,
    { role: 'hide', label: menu.hide },
    { role: 'hideOthers', label: menu.hideOthers },
    { role: 'unhide', label: menu.showAll },
    gap,
    { role: 'quit', label: menu.quit },
  ],
});
