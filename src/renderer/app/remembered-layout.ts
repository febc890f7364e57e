import { useMemo } from 'react';
import type { Layout } from 'react-resizable-panels';
import { remember, remembered } from '../stores/settings';

const isLayout = (value: unknown): value is Layout =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((size) => typeof size === 'number');

/**
 * The sizes of a group of panes as they were left, and what keeps them, for each number of panes that it has by
 * turns. For the group's own properties.
 */
export function useRememberedLayout(group: string, panes: number) {
  const defaultLayout = useMemo(() => remembered(`${group}.${panes}`, isLayout), [group, panes]);
  return {
    ...(defaultLayout ? { defaultLayout } : {}),
    onLayoutChanged: (layout: Layout): void => {
      const key = `${group}.${Object.keys(layout).length}`;
      if (JSON.stringify(remembered(key, isLayout)) !== JSON.stringify(layout))
        void remember(key, { ...layout });
    },
  };
}
