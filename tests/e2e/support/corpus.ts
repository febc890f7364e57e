import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Application } from './application';
import { dropFiles } from './drop';
import { corpus, corpusFiles, hasRealCorpus } from './places';
import { createProject, documents, notifications, openDocument } from './project';

const files = corpusFiles();
/** The documents of the corpus by their names, in the order in which they are imported. */
export const corpusNames = files.map((file) => basename(file, '.txt'));
/** Their texts. */
export const corpusContents = files.map((file) => readFileSync(file, 'utf8'));

/** The document of the corpus that holds some words, by its name. */
export function documentWith(words: string): string {
  const name = corpusNames[corpusContents.findIndex((content) => content.includes(words))];
  if (name === undefined) throw new Error(`No document holds ${words}`);
  return name;
}

/** Makes a project of the real corpus. Skips where it is not there. */
export async function openCorpus(application: Application): Promise<Page> {
  test.skip(!hasRealCorpus, 'its words are those of the real corpus');
  const page = await createProject(application, 'Corpus');
  await dropFiles(page, [corpus]);
  await expect(documents(page).getByRole('option')).toHaveCount(corpusNames.length);
  // What tells of the import lies over the text for a while.
  await notifications(page).getByRole('button', { name: 'Dismiss' }).click();
  return page;
}

/** The same, with the document open that holds some words. */
export async function openCorpusAt(application: Application, words: string): Promise<Page> {
  const page = await openCorpus(application);
  await openDocument(page, documentWith(words));
  return page;
}
