/**
 * Everything that can go wrong and that a person is told about, each with the facts that its sentence tells. The
 * sentences stand in `resources/locales/<language>/problems.json` under these codes.
 */
export const problemFacts = {
  // The project file
  'file-missing': ['path'],
  'file-is-folder': ['path'],
  'file-empty': ['path'],
  'file-exists': ['path'],
  'file-not-sqlite': ['path'],
  'file-not-project': ['path'],
  'file-newer-version': ['path', 'version', 'latest'],
  'file-corrupted': ['path'],
  'file-unreadable': ['path'],
  'folder-missing': ['path'],
  'folder-read-only': ['path'],
  'project-read-only': [],
  'project-busy': [],
  'project-locked': ['path'],
  'project-locked-elsewhere': ['path', 'host'],
  'disk-full': ['path'],
  'disk-failed': ['path'],
  // Commands
  'record-missing': [],
  'type-missing': ['id'],
  'type-kind-mismatch': [],
  'entry-name-missing': [],
  'entry-kind-mismatch': [],
  'entry-identifier-invalid': ['scheme', 'value'],
  'entry-date-invalid': ['date'],
  'entry-place-invalid': [],
  'entry-mention-foreign': ['name'],
  'offsets-outside-text': ['start', 'end'],
  'fragments-missing': [],
  'nothing-selected': [],
  'pattern-invalid': ['detail'],
  'pattern-too-slow': [],
  'role-missing': [],
  'role-full': ['role', 'max'],
  'filler-refused': ['role', 'takes'],
  'filler-elsewhere': ['role'],
  'filler-itself': ['role'],
  'filler-twice': ['role'],
  'link-circle': ['role'],
  'tie-fits-nothing': [],
  'relation-end': [],
  'relation-ends-missing': [],
  'relation-with-itself': [],
  'relation-twice': [],
  'nothing-to-undo': [],
  'nothing-to-redo': [],
  'undo-blocked': [],
  'undo-passed': ['count'],
  'history-nothing-since': [],
  'restore-incomplete': [],
  'input-invalid': ['place'],
  'value-owner': ['attribute'],
  'value-refused': ['attribute'],
  'term-taken': ['name'],
  'term-cycle': [],
  'term-elsewhere': [],
  'term-used': ['count'],
  'split-empty': [],
  'split-crossing': ['count'],
  'split-impossible': ['count'],
  'join-too-few': [],
  // Import and export
  'document-empty': [],
  'document-too-long': ['longest'],
  'text-binary': [],
  'text-nul': ['offset'],
  'text-lone-surrogate': ['offset'],
  'encoding-unknown': ['likely'],
  'encoding-unsupported': ['encoding'],
  'encoding-invalid': ['encoding', 'offset'],
  'import-nothing': [],
  'import-broken': ['line', 'column'],
  'import-too-large': ['line', 'longest'],
  'import-newer-version': ['version', 'latest'],
  'import-wrong-schema': ['member', 'line'],
  'import-too-deep': ['line', 'deepest'],
  'import-offsets-outside': ['id', 'line', 'record', 'start', 'end', 'length'],
  'import-quote-mismatch': ['id', 'line', 'record', 'start', 'end'],
  'import-reference-missing': ['id', 'line', 'record', 'missingId', 'missing'],
  'import-cycle': ['id', 'line', 'record'],
  'import-conflicts': ['count'],
  'import-record-invalid': ['field', 'id', 'line', 'record'],
  'xml-broken': ['line', 'column'],
  'xml-declaration': ['line'],
  'format-unknown': [],
  // Documents in files that are no plain texts
  'document-broken': ['detail'],
  'document-characters-replaced': ['count'],
  'document-encrypted': [],
  'document-file-too-large': ['megabytes'],
  'document-old-office': [],
  'document-package-unknown': [],
  'document-too-deep': [],
  'document-too-large-inside': ['megabytes'],
  'document-too-slow': ['seconds'],
  'html-no-article': [],
  // The codebook
  'codebook-unreadable': ['detail'],
  'codebook-invalid': ['place'],
  'codebook-without-types': [],
  'codebook-reference-missing': ['name'],
  'codebook-id-twice': ['id'],
  'codebook-abstract-type': ['name'],
  'codebook-line-ignored': ['line', 'text'],
  'codebook-code-nameless': ['name'],
  'codebook-kind-assumed': ['count'],
  'codebook-statements-lost': ['count'],
  'codebook-guidelines-lost': ['count'],
  'codebook-examples-lost': ['count'],
  'codebook-keys-lost': ['count'],
  'codebook-languages-lost': ['count'],
  'codebook-roles-lost': ['count'],
  'codebook-fillers-lost': ['count'],
  'codebook-attributes-lost': ['count'],
  'codebook-requirements-lost': ['count'],
  'codebook-flags-lost': ['count'],
  'codebook-terms-lost': ['count'],
  'codebook-symmetry-lost': ['count'],
  'codebook-name-missing': [],
  'codebook-parent-unfit': [],
  'codebook-target-unfit': [],
  'codebook-relation-ends': [],
  'codebook-count-unfit': [],
  'codebook-default-unfit': [],
  'codebook-choice-twice': ['value'],
  'codebook-choice-missing': ['value'],
  'codebook-unknown': ['name', 'known'],
  // The application
  'job-cancelled': [],
  'engine-stopped': [],
  'backup-missing': [],
  'backup-damaged': ['name'],
  /** A call came from where none should: nobody who uses Postil sees this. */
  'sender-unknown': [],
  'port-taken': ['port'],
  'upload-too-large': ['megabytes'],
  'upload-failed': [],
  unexpected: ['detail'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ProblemCode = keyof typeof problemFacts;

type Params = Readonly<Record<string, string | number>>;

/** What the sentence of a problem tells, and whatever else may help. */
type FactsOf<Code extends ProblemCode> = Params &
  Readonly<Record<(typeof problemFacts)[Code][number], string | number>>;

/** Something that went wrong, as plain data: a code, the facts for its sentence, and what can be done about it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly params: Params;
}

/** Makes a problem. Facts that its sentence tells cannot be left out. */
export const problem = <Code extends ProblemCode>(
  code: Code,
  ...[params]: [(typeof problemFacts)[Code][number]] extends [never]
    ? [params?: Params]
    : [params: FactsOf<Code>]
): Problem => ({ code, params: params ?? {} });
