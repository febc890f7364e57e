import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { InputOf } from '../../contract/call';
import type { codebookCalls, CodebookExport } from '../../contract/codebook-calls';
import type { Codebook } from '../../core/codebook/codebook';
import { ok, type Result } from '../../core/result';
import { serializeBratConf } from '../../formats/brat-conf/serialize';
import { serializeCodebook } from '../../formats/codebook/serialize';
import { serializeQdc } from '../../formats/refi-qda/serialize';
import { guarded } from '../storage/file/errors';

/** Writes a codebook to a file; brat's colours and labels go to `visual.conf` beside it. */
export function writeCodebook(
  codebook: Codebook,
  name: string,
  { format, out, visual: beside, language }: InputOf<(typeof codebookCalls)['codebook.export']>,
): Result<CodebookExport> {
  return guarded(out, () => {
    const write = (path: string, text: string): string => {
      writeFileSync(path, text, 'utf8');
      return path;
    };
    switch (format) {
      case 'json': {
        const file = { ...codebook, names: { [language]: name }, descriptions: {}, sources: [] };
        return ok({ paths: [write(out, serializeCodebook(file))], warnings: [] });
      }
      case 'qdc': {
        const { text, warnings } = serializeQdc(codebook, language);
        return ok({ paths: [write(out, text)], warnings });
      }
      case 'brat': {
        const { annotation, visual, warnings } = serializeBratConf(codebook, language);
        const place = beside ?? join(dirname(out), 'visual.conf');
        return ok({ paths: [write(out, annotation), write(place, visual)], warnings });
      }
    }
  });
}
