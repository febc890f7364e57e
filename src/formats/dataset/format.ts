import type { Exporting, FileHead, Format } from '../exchange/format';
import { carriesAll } from './carries';
import { claimFolders } from './folder';
import { parseDataset, type ParseFile } from './parse-rows';

/** What tells one format of data sets from another. */
interface DatasetFormat {
  readonly name: string;
  readonly title: string;
  /** Whether a path is that of a file of rows. */
  readonly isRows: (path: string) => boolean;
  /** Whether files of rows are no text. */
  readonly isBinary: boolean;
  /** Whether a file of rows is of the format; it `isExpected` where it is asked for, or Postil's codebook is beside it. */
  readonly fits: (file: FileHead, isExpected: boolean) => Promise<boolean>;
  readonly parseFile: ParseFile;
  readonly serialize: Exporting['serialize'];
}

/** A format of folders with a row for each document, the codebook, and a card that declares the features of rows. */
export const datasetFormat = (own: DatasetFormat): Format => ({
  name: own.name,
  title: own.title,
  import: {
    linksDocuments: true,
    options: [],
    ...(own.isBinary ? {} : { mayBeEmpty: /\.jsonl$/iu }),
    isBinary: (path) => own.isBinary && own.isRows(path),
    claim: (files, isAsked) =>
      claimFolders(
        files,
        async (file, hasCodebook) => own.isRows(file.path) && (await own.fits(file, isAsked || hasCodebook)),
      ),
    parse: (files, context) => parseDataset(own.name, own.isRows, own.parseFile, files, context),
  },
  export: {
    options: [],
    target: () => 'folder',
    ending: () => '',
    carries: () => carriesAll,
    serialize: own.serialize,
  },
});
