import { writeSync } from 'node:fs';
import type { TypeId } from '../../src/core/ids';
import { codePoint } from '../../src/core/offsets';
import { openProject } from '../../src/engine/engine';

/** Opens a project with the real engine and tags as fast as it can, telling the id of every annotation once it is answered. */
const [path = ''] = process.argv.slice(2);
const opened = await openProject({ path, coderName: 'Anna', how: 'normally' });
if (!opened.ok) throw new Error(opened.problem.code);
const { calls } = opened.value;

const documents = await calls['documents.list']({});
const document = documents.ok ? documents.value[0]?.document : undefined;
if (!document) throw new Error('The project has no document');

for (let index = 0; ; index += 1) {
  const start = (index * 7) % (document.length - 5);
  const answer = await calls['change.run']({
    command: {
      name: 'annotation.create',
      annotations: [
        {
          document: document.id,
          type: 'entity.person' as TypeId,
          fragments: [{ start: codePoint(start), end: codePoint(start + 5) }],
        },
      ],
    },
  });
  if (!answer.ok) throw new Error(answer.problem.code);
  writeSync(1, `${JSON.stringify(answer.value?.diff.added[0]?.id)}\n`);
}
