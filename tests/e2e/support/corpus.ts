import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Application } from './application';
import { dropFiles } from './drop';
import { corpus, corpusFiles, hasRealCorpus } from './places';
import { createProject, documents, notifications, openDocument } from './project';

const files = corpusFiles();
const names = files.map((file) => basename(file, '.txt'));
const contents = files.map((file) => readFileSync(file, 'utf8'));

/** The document of the corpus that holds some words, by its name. */
export function documentWith(words: string): string {
  const name = names[contents.findIndex((content) => content.includes(words))];
  if (name === undefined) throw new Error(`No document holds ${words}`);
  return name;
}

/** Makes a project of the real corpus and opens the document that holds some words. Skips where it is not there. */
export async function openCorpusAt(application: Application, words: string): Promise<Page> {
  test.skip(!hasRealCorpus, 'its words are those of the real corpus');
  const page = await createProject(application, 'Corpus');
  await dropFiles(page, [corpus]);
  await expect(documents(page).getByRole('option')).toHaveCount(names.length);
  await openDocument(page, documentWith(words));
  // What tells of the import lies over the text for a while.
  await notifications(page).getByRole('button', { name: 'Dismiss' }).click();
  return page;
}
