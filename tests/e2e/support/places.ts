import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout that is tested. */
export const root = join(import.meta.dirname, '../../..');

const realCorpus = join(root, '../shared/corpus');

/** Whether the five articles are there that the stories are told on. */
export const hasRealCorpus = existsSync(realCorpus);

/** The folder of texts that a person drops on the window: the real corpus where it is, else our own samples. */
export const corpus = hasRealCorpus ? realCorpus : join(root, 'resources/samples');

/** The files of the corpus, in the order of their names. */
export const corpusFiles = (): string[] =>
  readdirSync(corpus)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(corpus, name));
