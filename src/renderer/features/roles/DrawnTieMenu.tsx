import { useTranslation } from 'react-i18next';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { ContextMenu } from '../../ui/ContextMenu';
import { forgetDrawn, make, useDrawn } from './drawn-ties';

/** Asks what a tie that was drawn with the mouse is to be, where it can be several things. */
export function DrawnTieMenu() {
  const { t } = useTranslation('roles');
  const language = useLanguage();
  const drawn = useDrawn((state) => state.drawn);
  if (!drawn) return null;
  const { from, to, at, offers } = drawn;
  const lines = offers.map((offer) => ({
    id: offer.key,
    label: nameIn(offer.names, language),
    run: () => make(from, to, offer),
  }));
  return (
    <ContextMenu
      label={t('chooseRole')}
      place={at}
      sections={[{ id: 'roles', title: t('chooseRole'), lines }]}
      onClose={forgetDrawn}
    />
  );
}
