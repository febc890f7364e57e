import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import Ajv2020 from 'ajv/dist/2020.js';
import type { Application } from './application';
import { root } from './places';
import { chooseInMenu, notifications } from './project';

/** What of an export these tests look at. */
export interface ExportedProject {
  readonly documents: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  readonly annotations: readonly {
    readonly type: string;
    readonly document: string;
    readonly fragments: readonly { readonly start: number; readonly end: number; readonly quote: string }[];
  }[];
}

/** Exports the project by the menu and the dialog, and answers with where the file lies. */
export function exportProject(application: Application, name = 'export.json'): Promise<string> {
  const { page } = application;
  return application.exportedFile(name, async () => {
    await chooseInMenu(page, 'Export…');
    await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export…' }).click();
    await expect(notifications(page)).toContainText('Exported, ');
    if (application.host === 'browser')
      await notifications(page).getByRole('button', { name: 'Download' }).click();
  });
}

/** Reads an export after checking it against the published schema. */
export function readExport(path: string): ExportedProject {
  const schema = JSON.parse(
    readFileSync(join(root, 'resources/postil-project.schema.json'), 'utf8'),
  ) as object;
  const exported: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const validate = new Ajv2020({ strict: false }).compile(schema);
  expect(validate(exported), JSON.stringify(validate.errors)).toBe(true);
  return exported as ExportedProject;
}

/** The quotes of an export, each after comparing it with the text at its offsets, which count code points. */
export function checkedQuotes({ annotations, documents }: ExportedProject): string[] {
  const texts = new Map(documents.map(({ id, text }) => [id, Array.from(text)]));
  return annotations.flatMap(({ document, fragments }) =>
    fragments.map(({ start, end, quote }) => {
      expect(texts.get(document)?.slice(start, end).join('')).toBe(quote);
      return quote;
    }),
  );
}
