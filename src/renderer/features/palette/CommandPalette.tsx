import { FileText } from 'lucide-react';
import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { closeDialog } from '../../stores/interface';
import { Caps } from '../../ui/Caps';
import { StatusMark } from '../../ui/StatusMark';
import { TypeSwatch } from '../../ui/TypeSwatch';
import { useOffers, type Offer } from './offers';
import './CommandPalette.css';

/** Every command, type and document, found by typing a few letters of it. */
export function CommandPalette() {
  const { t } = useTranslation('commands');
  const [text, setText] = useState('');
  const sections = useOffers(text);
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(isOpen) => isOpen || closeDialog()}>
      <Modal className="dialog dialog--normal">
        <Dialog className="palette" aria-label={t('palette.show')}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField
              aria-label={t('paletteField')}
              autoFocus
              className="palette__field"
              onKeyDown={(event) => {
                // Escape would empty the field first; a palette goes at once.
                if (event.key === 'Escape') closeDialog();
                else event.continuePropagation();
              }}
            >
              <Input
                className="palette__input"
                placeholder={t('paletteField')}
                role="combobox"
                aria-expanded
              />
            </SearchField>
            <ListBox
              className="palette__offers"
              aria-label={t('palette.show')}
              renderEmptyState={() => <p className="palette__none">{t('paletteNone')}</p>}
            >
              {sections.map(({ id, title, offers }) => (
                <ListBoxSection key={id}>
                  <Header className="menu__title">{title}</Header>
                  {offers.map((offer) => (
                    <OfferItem key={offer.id} offer={offer} />
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function OfferItem({ offer }: { readonly offer: Offer }) {
  const { id, label, caps, run, type, status } = offer;
  return (
    <ListBoxItem
      id={id}
      textValue={label}
      className="menu__item palette__offer"
      onAction={() => {
        closeDialog();
        // The dialog gives the keyboard back where it was before the command moves it on.
        requestAnimationFrame(run);
      }}
    >
      {type && <TypeSwatch type={type} />}
      {status && (
        <>
          <FileText size={14} strokeWidth={1.75} aria-hidden />
          <span className="menu__label">{label}</span>
          <StatusMark status={status} />
        </>
      )}
      {!status && <span className="menu__label">{label}</span>}
      {caps && <Caps caps={caps} />}
    </ListBoxItem>
  );
}
