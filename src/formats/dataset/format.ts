import type { FileHead, Format } from '../exchange/format';
import { carriesAll } from './carries';
import { claimFolders } from './folder';
import { parseDataset, type ParseFile } from './parse-rows';

/** What tells one format of data sets from another. */
interface DatasetFormat {
  readonly name: string;
  readonly title: string;
  /** Whether a file of this path holds rows. */
  readonly isRows: (path: string) => boolean;
  /** Whether its files are no text. */
  readonly isBinary: boolean;
  /** Whether a file of rows is Postil's, or may be where it `isLikely`: one was asked for, or Postil's codebook stands beside it. */
  readonly isOwn: (file: FileHead, isLikely: boolean) => Promise<boolean>;
  readonly parseFile: ParseFile;
  readonly serialize: Format['export'] extends infer Exporting ? NonNullable<Exporting> : never;
}
