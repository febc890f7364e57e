import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { RecentProject } from '../contract/host-calls';
import type { Host } from '../host/host';
import type { HostTexts } from '../host/texts';
import type { Windows } from './windows';

type Items = MenuItemConstructorOptions[];

/** The application's menu. */
export interface ApplicationMenu {
  /** Builds it anew: in another language, or with another recent project. */
  refresh(texts: HostTexts): Promise<void>;
}

const isMac = process.platform === 'darwin';
const line: MenuItemConstructorOptions = { type: 'separator' };

export const makeApplicationMenu = (host: Host, windows: Windows): ApplicationMenu => ({
  async refresh(texts) {
    const recent = recentItems(texts, await host.recent.list(), (path) => void windows.openProject(path));
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(texts, recent)));
  },
});

function template({ menu }: HostTexts, recent: Items): Items {
  return [
    ...(isMac ? [macItems(menu)] : []),
    {
      label: menu.file,
      submenu: [
        { label: menu.recent, submenu: recent },
        line,
        { role: 'close', label: menu.closeWindow },
        ...(isMac ? [] : [line, { role: 'quit', label: menu.quit } as const]),
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { role: 'cut', label: menu.cut },
        { role: 'copy', label: menu.copy },
        { role: 'paste', label: menu.paste },
        { role: 'selectAll', label: menu.selectAll },
      ],
    },
    {
      label: menu.view,
      submenu: [
        { role: 'togglefullscreen', label: menu.fullScreen },
        { role: 'toggleDevTools', label: menu.developerTools },
      ],
    },
    { label: menu.window, role: 'windowMenu' },
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

const macItems = (menu: HostTexts['menu']): MenuItemConstructorOptions => ({
  label: app.name,
  submenu: [
    { role: 'about', label: menu.about },
    line,
    { role: 'services', label: menu.services },
    line,
    { role: 'hide', label: menu.hide },
    { role: 'hideOthers', label: menu.hideOthers },
    { role: 'unhide', label: menu.showAll },
    line,
    { role: 'quit', label: menu.quit },
  ],
});
