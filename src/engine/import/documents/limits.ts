const megabyte = 1 << 20;

/**
 * What a file may take, so that one made to do harm, or by mistake, cannot take the engine with it. All are told in
 * docs/importing-documents.md.
 */
export const limits = {
  /** The longest file of a format that has to be read as a whole. */
  fileBytes: 200 * megabyte,
  /** The longest page of HTML, in characters. */
  htmlCharacters: 30_000_000,
  /** All that an archive of files unpacks to. */
  archiveBytes: 4096 * megabyte,
  archiveEntries: 100_000,
  /** How deep archives may lie in archives. */
  archiveDepth: 2,
  /** An archive that unpacks to this many times its size is refused, unless that is little. */
  unpackedRatio: 250,
  harmlessBytes: 50 * megabyte,
  /** All that a document's package unpacks to, with its pictures and without them. */
  packageBytes: 2048 * megabyte,
  unpackedBytes: 200 * megabyte,
  /** How long a reader may go on without getting further, in milliseconds. */
  silence: 60_000,
  /** The memory of the thread that reads, in megabytes. */
  threadMegabytes: 384,
  pdfPages: 10_000,
  tableColumns: 10_000,
  /** The longest row of a table, in characters. */
  rowCharacters: 20_000_000,
} as const;

/** A size as it is told to people, in whole megabytes. */
export const inMegabytes = (bytes: number): number => Math.floor(bytes / megabyte);
