import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { record } from './figures';
import { bench } from './hosts';
import { measured } from './measured';
import { runPostil } from './window';

const documents = 1_000;
const annotationsOfEach = 60;
const eventsOfEach = 12;
const of = '1,000 brat documents with 60,000 annotations';

/** One document as brat keeps it: of every five stretches, one is the trigger of an event with two arguments. */
function bratDocument(number: number): { readonly text: string; readonly annotations: string } {
  const words: string[] = [];
  const lines: string[] = [];
  let offset = 0;
  for (let index = 0; index < annotationsOfEach; index += 1) {
    const word = `Имя${number}-${index}`;
    const around = ' сказал вчера, что встреча прошла. ';
    lines.push(`T${index + 1}\tPerson ${offset} ${offset + word.length}\t${word}`);
    words.push(word, around);
    offset += word.length + around.length;
  }
  for (let event = 0; event < eventsOfEach; event += 1) {
    const [trigger, agent, patient] = [event * 5 + 1, event * 5 + 2, event * 5 + 3];
    lines.push(`E${event + 1}\tMeet:T${trigger} Agent:T${agent} Agent2:T${patient}`);
  }
  return { text: words.join(''), annotations: `${lines.join('\n')}\n` };
}

/** A folder of brat documents without a configuration: what there is is seen from the annotations. */
function writeBratCorpus(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < documents; number += 1) {
    const { text, annotations } = bratDocument(number);
    const name = join(folder, `document-${number}`);
    writeFileSync(`${name}.txt`, text);
    writeFileSync(`${name}.ann`, annotations);
  }
}

bench('a corpus of brat', async ({ home }, { project: { name: host } }) => {
  bench.skip(host === 'electron', 'It is the command line that works here, the same beside every host.');
  const source = join(home, 'brat');
  writeBratCorpus(source);
  const project = join(home, 'projects', 'brat.postil');
  runPostil('new', project);
  const imported = await measured('import', project, source, '--format', 'brat');
  record({ host, of, what: 'brat import', unit: 's', value: imported.seconds });
  record({ host, of, what: 'brat import, peak memory', unit: 'MB', value: imported.peakMegabytes });
  const exported = await measured('export', project, '--format', 'brat', '--out', join(home, 'out'));
  record({ host, of, what: 'brat export', unit: 's', value: exported.seconds });
  record({ host, of, what: 'brat export, peak memory', unit: 'MB', value: exported.peakMegabytes });
});
