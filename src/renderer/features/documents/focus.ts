import { createRef } from 'react';
import type { ListHandle } from '../../ui/VirtualList';

/** Where commands put the keyboard: the field that filters the documents, and their list. */
export const documentFilter = createRef<HTMLInputElement>();
export const documentRows = createRef<ListHandle>();
