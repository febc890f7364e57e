import { createRef } from 'react';
import type { ListHandle } from '../../ui/VirtualList';

/** Where commands put the keyboard: the rows of the list, and what shows the selected annotation. */
export const annotationRows = createRef<ListHandle>();
export const inspector = createRef<HTMLElement>();
