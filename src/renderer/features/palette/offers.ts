import { useTranslation } from 'react-i18next';
import type { Status } from '../../../core/model/document';
import type { TypeRecord } from '../../../core/model/codebook';
import { capsOf } from '../../commands/chords';
import { commandGroups, commandIds, keymap, keysOf } from '../../../contract/keymap';
import { useLabelOf } from '../../commands/layout';
import { isAvailable, runCommand } from '../../commands/registry';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useIsMac } from '../../stores/host';
import { openDocument } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { ranked } from '../../ui/ranking';
import { useTypeAction } from './type-action';

/** Something that the palette can do. */
export interface Offer {
  readonly id: string;
  readonly label: string;
  readonly caps: readonly string[] | null;
  readonly run: () => unknown;
  readonly type?: TypeRecord;
  readonly status?: Status;
}

interface OfferSection {
  readonly id: string;
  readonly title: string;
  readonly offers: readonly Offer[];
}

const mostDocuments = 20;

/** What can be done now and has what was typed in its name, the best first. */
export function useOffers(text: string): readonly OfferSection[] {
  const { t } = useTranslation('commands');
  const types = useTypeOffers();
  const commands = useCommandOffers();
  const all = [
    { id: 'commands', title: t('sections.commands'), offers: ranked(commands, text) },
    { id: 'types', title: t('sections.types'), offers: ranked(types, text) },
    { id: 'documents', title: t('sections.documents'), offers: documentOffers(text) },
  ];
  return all.filter(({ offers }) => offers.length > 0);
}

function useCommandOffers(): readonly Offer[] {
  const { t } = useTranslation('commands');
  const isMac = useIsMac();
  const labelOf = useLabelOf();
  const ids = commandGroups.flatMap((group) => commandIds.filter((id) => keymap[id].group === group));
  return ids
    .filter((id) => id !== 'palette.show' && isAvailable(id))
    .map((id) => {
      const chord = keysOf(id, isMac)[0];
      const caps = chord === undefined ? null : capsOf(chord, isMac, labelOf);
      return { id, label: t(id), caps, run: () => runCommand(id) };
    });
}

function useTypeOffers(): readonly Offer[] {
  const { t } = useTranslation('commands');
  const language = useLanguage();
  const labelOf = useLabelOf();
  const isMac = useIsMac();
  const apply = useTypeAction();
  if (!apply) return [];
  return [...(workspace()?.types.values() ?? [])].map((type) => ({
    id: type.id,
    label: t('tagAs', { type: nameIn(type.names, language) }),
    caps: type.key === null ? null : capsOf(type.key, isMac, labelOf),
    run: () => apply(type),
    type,
  }));
}

/** Documents are many, and are looked for only once something is typed. */
function documentOffers(text: string): readonly Offer[] {
  if (text.trim() === '') return [];
  const offers = [...(workspace()?.documents.values() ?? [])].map(({ document }) => ({
    id: document.id,
    label: document.name,
    caps: null,
    run: () => openDocument(document.id),
    status: document.status,
  }));
  return ranked(offers, text).slice(0, mostDocuments);
}
