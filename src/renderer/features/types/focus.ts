import { createRef } from 'react';

/** Where the command that looks for a type puts the keyboard. */
export const typeFilter = createRef<HTMLInputElement>();
