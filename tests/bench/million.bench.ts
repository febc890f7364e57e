import { join } from 'node:path';
import { record } from './figures';
import { bench } from './hosts';
import { writeLargeProject } from './large-project';
import { measured } from './measured';
import { runPostil } from './window';

const documents = 10_000;
const annotationsOfEach = 100;
const of = '10,000 documents with 1,000,000 annotations';

bench('a project of 1,000,000 annotations', async ({ home }, { project: { name: host } }) => {
  bench.skip(host === 'electron', 'It is the command line that works here, the same beside every host.');
  const source = join(home, 'million.json');
  writeLargeProject(source, documents, annotationsOfEach);
  const project = join(home, 'projects', 'million.postil');
  runPostil('new', project);
  const imported = await measured('import', project, source);
  record({ host, of, what: 'JSON import', unit: 's', value: imported.seconds });
  record({ host, of, what: 'JSON import, peak memory', unit: 'MB', value: imported.peakMegabytes });
  const exported = await measured('export', project, '--format', 'json', '--out', join(home, 'out.json'));
  record({ host, of, what: 'JSON export', unit: 's', value: exported.seconds });
  record({ host, of, what: 'JSON export, peak memory', unit: 'MB', value: exported.peakMegabytes });

  const lines = join(home, 'jsonl');
  const written = await measured('export', project, '--format', 'jsonl', '--out', lines);
  record({ host, of, what: 'jsonl export', unit: 's', value: written.seconds });
  record({ host, of, what: 'jsonl export, peak memory', unit: 'MB', value: written.peakMegabytes });
  const other = join(home, 'projects', 'lines.postil');
  runPostil('new', other);
  const read = await measured('import', other, lines, '--format', 'jsonl');
  record({ host, of, what: 'jsonl import', unit: 's', value: read.seconds });
  record({ host, of, what: 'jsonl import, peak memory', unit: 'MB', value: read.peakMegabytes });
});
