import type { TypeId } from '../../../core/ids';
import type { TypeRecord } from '../../../core/model/codebook';
import type { GrowingCodebook } from '../../exchange/growing-codebook';
import type { XmlElement } from '../../xml/tree';
import type { Reading } from './placed-text';
import type { Links } from './links';
import type { Notes } from './notes';
import type { Variables } from './variables';

/** What the documents of a project share. */
export interface ProjectParts {
  readonly file: string;
  readonly isOwn: boolean;
  readonly codebook: GrowingCodebook;
  /** The codes of the project, by their GUID. */
  readonly types: ReadonlyMap<string, TypeRecord>;
  readonly notes: Notes;
  readonly links: Links;
  readonly variables: Variables;
  /** The names of users by their GUID. */
  readonly users: ReadonlyMap<string, string>;
  /** The cases and sets that a source is in, as elements. */
  readonly groups: ReadonlyMap<string, readonly XmlElement[]>;
  readonly reading: Reading;
  /** The type of what is selected and not coded. */
  readonly quotation: () => TypeId;
}
