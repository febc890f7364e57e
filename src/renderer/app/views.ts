import { BookUser, FileText, History, Shapes, Table2, type LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { CommandActions } from '../commands/registry';
import { CodebookView } from '../features/codebook/CodebookView';
import { HistoryView } from '../features/history/HistoryView';
import { RegistryView } from '../features/registry/RegistryView';
import { RetrievalView } from '../features/retrieval/RetrievalView';
import { showView, useInterface, views, type View } from '../stores/interface';
import { workspace } from '../stores/workspace/workspace';

/** What is shown in the place of the text. */
export const viewPanes: Readonly<Partial<Record<View, ComponentType>>> = {
  registry: RegistryView,
  segments: RetrievalView,
  codebook: CodebookView,
  history: HistoryView,
};

export const viewIcons: Readonly<Record<View, LucideIcon>> = {
  text: FileText,
  registry: BookUser,
  segments: Table2,
  codebook: Shapes,
  history: History,
};

const hasView = (view: View): boolean => view === 'text' || view in viewPanes;

/** The views that there are, in the order in which they are offered. */
export const offeredViews = views.filter(hasView);

/** What takes the keyboard in a view: what says so, else its list, else the first thing that can. */
const takers = [
  '[data-autofocus]',
  '[role="listbox"], [role="grid"], [role="treegrid"], [role="tree"]',
  'input',
  'button',
] as const;

/** Moves the keyboard into a view that is shown. */
export function focusView(view: View): void {
  if (view === 'text') {
    useInterface.getState().editor?.focus();
    return;
  }
  const pane = document.querySelector<HTMLElement>('[data-pane="view"]');
  const first = takers.map((taker) => pane?.querySelector<HTMLElement>(taker)).find((found) => found);
  (first ?? pane)?.focus();
}

const show = (view: View) => ({
  run: (): void => {
    showView(view);
    // It is drawn with the next frame.
    requestAnimationFrame(() => focusView(view));
  },
  isAvailable: (): boolean => workspace() !== null && hasView(view),
});

/** One command for each view. */
export const viewCommands = {
  'view.text': show('text'),
  'view.registry': show('registry'),
  'view.segments': show('segments'),
  'view.codebook': show('codebook'),
  'view.history': show('history'),
} satisfies Partial<CommandActions>;
