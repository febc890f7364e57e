import type { RecordName, Records } from '../../../core/model/records';
import { annotations } from './annotations';
import { attributes, roles, terms, types, versions } from './codebook';
import { coders } from './coders';
import { documents } from './documents';
import { links } from './links';
import { entries } from './registry';
import { segmentations } from './segmentations';
import type { Repository } from './table';

/** The repository of each record, by its name. */
export const repositories: { readonly [Name in RecordName]: Repository<Records[Name]> } = {
  coder: coders,
  type: types,
  role: roles,
  attribute: attributes,
  term: terms,
  version: versions,
  entry: entries,
  document: documents,
  segmentation: segmentations,
  annotation: annotations,
  link: links,
};
