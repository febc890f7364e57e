import { createRef } from 'react';

/** Where the command that finds puts the keyboard. */
export const findField = createRef<HTMLInputElement>();
