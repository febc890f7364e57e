// `npm run docs:formats`: writes docs/formats.md anew, from what the exchange formats say of themselves.
import { writeFileSync } from 'node:fs';
import { formatsPage, formatsPagePath } from './docs/formats-page';

writeFileSync(formatsPagePath, await formatsPage());
