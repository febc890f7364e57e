import type { TypeId } from '../../src/core/ids';
import { codePoint } from '../../src/core/offsets';
import { openProject } from '../../src/engine/engine';

/** Opens a project with the real engine, tags some words, tells how many, and keeps the project open. */
const [path = ''] = process.argv.slice(2);
const opened = await openProject({ path, coderName: 'Anna', how: 'normally' });
if (!opened.ok) throw new Error(opened.problem.code);
const { calls } = opened.value;
const documents = await calls['documents.list']({});
if (!documents.ok) throw new Error(documents.problem.code);
const words = 30;
for (let index = 0; index < words; index += 1)
  for (const { document } of documents.value)
    await calls['change.run']({
      command: {
        name: 'annotation.create',
        annotations: [
          {
            document: document.id,
            type: 'entity.person' as TypeId,
            fragments: [{ start: codePoint(index), end: codePoint(index + 5) }],
          },
        ],
      },
    });
process.stdout.write(`${words}\n`);
process.stdin.resume();
