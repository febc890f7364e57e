import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeZip } from '../../../../tests/support/document-files';
import { newProject } from '../../../../tests/support/engine';
import { damagedBytes, fuzz, fuzzTimeout } from '../../../../tests/support/exchange/fuzz';
import { folderWith, inspectFiles } from '../../../../tests/support/import';

it(
  'a damaged archive of a format gives what is sound in it, or sentences',
  async () => {
    const project = newProject();
    const sound = makeZip({
      'annotation.conf': '[entities]\nPerson\n[relations]\n[events]\n[attributes]\n',
      'a.txt': 'Juri sat.',
      'a.ann': 'T1\tPerson 0 4\tJuri\n',
      'deeper/b.txt': 'Oslo',
      'deeper/b.ann': 'T1\tPlace 0 4\tOslo\n#1\tAnnotatorNotes T1\tnote\n',
    });
    await fuzz(
      fc.asyncProperty(damagedBytes(sound), async (bytes) => {
        const inspected = await inspectFiles(project, [folderWith({ 'a.zip': bytes })]);
        // Where no name in it can be read, or each is that of a hidden file, nothing is left.
        if (inspected.ok) expect(inspected.value.files.length).toBeGreaterThan(0);
        else expect(inspected.problem.code).toBe('import-nothing');
      }),
    );
  },
  fuzzTimeout,
);
