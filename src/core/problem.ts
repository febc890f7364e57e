/**
 * Everything that can go wrong and that a person is told about. The sentences stand in
 * `resources/locales/<language>/problems.json` under these codes, with `params` filled in.
 */
export const problemCodes = [
  // The project file
  'file-missing',
  'file-is-folder',
  'file-empty',
  'file-exists',
  'file-not-sqlite',
  'file-not-project',
  'file-newer-version',
  'file-corrupted',
  'file-unreadable',
  'folder-missing',
  'folder-read-only',
  'project-read-only',
  'project-locked',
  'project-locked-elsewhere',
  'disk-full',
  'disk-failed',
  // Commands
  'record-missing',
  'type-missing',
  'type-kind-mismatch',
  'offsets-outside-text',
  'fragments-missing',
  'nothing-to-undo',
  'nothing-to-redo',
  'undo-blocked',
  'input-invalid',
  // Import and export
  'document-empty',
  'document-too-long',
  'text-binary',
  'text-nul',
  'text-lone-surrogate',
  'encoding-unknown',
  'encoding-unsupported',
  'encoding-invalid',
  'import-nothing',
  'import-broken',
  'import-too-large',
  'import-newer-version',
  'import-wrong-schema',
  'import-too-deep',
  'import-offsets-outside',
  'import-quote-mismatch',
  'import-reference-missing',
  'import-cycle',
  'import-conflicts',
  'import-record-invalid',
  'format-unknown',
  // The application
  'job-cancelled',
  'engine-stopped',
  'backup-missing',
  'backup-damaged',
  'host-refused',
  'unexpected',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** Something that went wrong, as plain data: a code, the facts for its sentence, and what can be done about it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Makes a problem; `params` fill the places of its sentence. */
export const problem = (code: ProblemCode, params: Problem['params'] = {}): Problem => ({ code, params });
