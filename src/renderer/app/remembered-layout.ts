import { useState } from 'react';
import type { Layout } from 'react-resizable-panels';
import { remember, remembered } from '../stores/settings';

const isLayout = (value: unknown): value is Layout =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((size) => typeof size === 'number');

/** The sizes of a group of panes as they were left, and what keeps them. For the group's own properties. */
export function useRememberedLayout(key: string) {
  const [defaultLayout] = useState(() => remembered(key, isLayout));
  return {
    ...(defaultLayout ? { defaultLayout } : {}),
    onLayoutChanged: (layout: Layout): void => {
      if (JSON.stringify(remembered(key, isLayout)) !== JSON.stringify(layout))
        void remember(key, { ...layout });
    },
  };
}
