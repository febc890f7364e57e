import type { Format } from '../exchange/format';
import { claimRefi, isNoText } from './claim';
import { formatName } from './guid';
import { carries, exportOptions, importOptions, isCodebookOnly } from './options';
import { parseRefi } from './read/project';
import { serializeRefi } from './write/project';

/** REFI-QDA, the exchange format of programs for qualitative research: projects (`.qdpx`) and codebooks (`.qdc`). */
export const refiQda: Format = {
  name: formatName,
  title: 'REFI-QDA',
  import: {
    linksDocuments: true,
    options: importOptions,
    isBinary: isNoText,
    claim: claimRefi,
    parse: parseRefi,
  },
  export: {
    options: exportOptions,
    target: (options) => (isCodebookOnly(options) ? 'file' : 'zip'),
    ending: (options) => (isCodebookOnly(options) ? '.qdc' : '.qdpx'),
    carries,
    serialize: serializeRefi,
  },
};
