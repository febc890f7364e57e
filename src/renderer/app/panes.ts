import { createRef } from 'react';
import type { PanelImperativeHandle } from 'react-resizable-panels';
import { annotationRows } from '../features/annotations/focus';
import { documentRows } from '../features/documents/focus';
import { typeFilter } from '../features/types/focus';
import { useInterface } from '../stores/interface';

/** The panes that can be folded away. */
export const documentsPanel = createRef<PanelImperativeHandle>();
export const annotationsPanel = createRef<PanelImperativeHandle>();

/** Folds a pane away, or unfolds it. */
export function toggle({ current }: typeof documentsPanel): void {
  if (current?.isCollapsed()) current.expand();
  else current?.collapse();
}

const inspectorBody = (): HTMLElement | null =>
  document.querySelector('[data-pane="inspector"] .inspector__body button, [data-pane="inspector"] textarea');

/** The panes in the order in which F6 visits them, each with what takes the keyboard there. */
const panes: readonly (readonly [name: string, focus: () => void])[] = [
  ['documents', () => documentRows.current?.focus()],
  ['text', () => useInterface.getState().editor?.focus()],
  ['types', () => typeFilter.current?.focus()],
  ['guideline', () => document.querySelector<HTMLElement>('.guideline__body')?.focus()],
  ['annotations', () => annotationRows.current?.focus()],
  ['inspector', () => inspectorBody()?.focus()],
  ['view', () => document.querySelector<HTMLElement>('[data-pane="view"]')?.focus()],
];

const activePane = (): string | null =>
  document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? null;

/** Moves the keyboard to the next pane that takes it, round the window. */
export function movePane(direction: 1 | -1): void {
  const from = panes.findIndex(([name]) => name === activePane());
  const start = from < 0 && direction === -1 ? 0 : from;
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes.at((start + direction * step) % panes.length);
    pane?.[1]();
    if (activePane() === pane?.[0]) return;
  }
}
