import { nextHue } from '../../../core/codebook/hues';
import { recordsAfter } from '../../../core/diff';
import type { Kind } from '../../../core/model/codebook';
import { currentLanguage } from '../../i18n/i18n';
import { filling, finish } from '../../stores/filling/filling';
import { run } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { announceUse, wantedUse } from './tagging';

/** The kinds that a type can be made of from the text: a relation ties two annotations and marks no words. */
export const creatable = ['entity', 'event', 'statement'] as const satisfies readonly Kind[];

/** Makes a type of a name, and uses it at once for what is selected. */
export async function createNamed(name: string, kind: Kind): Promise<void> {
  const hues = [...(workspace()?.types.values() ?? [])]
    .filter((type) => type.kind === kind)
    .map(({ hue }) => hue);
  const current = filling();
  const use = wantedUse();
  const change = await run({
    ...(use ? { use } : {}),
    name: 'type.create',
    kind,
    parent: null,
    type: {
      names: { [currentLanguage()]: name },
      guidelines: {},
      examples: [],
      hue: nextHue(hues),
      key: null,
      symmetric: false,
    },
  });
  if (!change || !use) return;
  if (current && (use.by === 'filling' || use.by === 'relating')) return finish(current);
  const made = recordsAfter(change.diff, 'type').find(({ names }) => Object.values(names).includes(name));
  if (made) announceUse(made, change, use.by === 'tagging' ? use.annotation.fragments[0] : undefined);
}
