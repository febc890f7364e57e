/** Where the characters of a group go. */
export type Destination =
  | { readonly to: 'text' }
  | { readonly to: 'nowhere' }
  | { readonly to: 'fonts' }
  | { readonly to: 'information'; readonly name: string }
  | { readonly to: 'date' }
  | { readonly to: 'note'; readonly number: number };

/** What holds until the end of a group. */
export interface GroupState {
  destination: Destination;
  /** The code page of the current font. */
  codePage: number | null;
  /** How many characters stand for a `\u` where it is not understood. */
  fallbackLength: number;
  isHidden: boolean;
  isDeleted: boolean;
  isInTable: boolean;
}

/** What holds before any group. */
export const firstState = (): GroupState => ({
  destination: { to: 'text' },
  codePage: null,
  fallbackLength: 1,
  isHidden: false,
  isDeleted: false,
  isInTable: false,
});
