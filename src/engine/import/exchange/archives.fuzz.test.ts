import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeZip } from '../../../../tests/support/document-files';
import { newProject, valueOf } from '../../../../tests/support/engine';
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
        const { files } = valueOf(await inspectFiles(project, [folderWith({ 'a.zip': bytes })]));
        expect(files.length).toBeGreaterThan(0);
      }),
    );
  },
  fuzzTimeout,
);
