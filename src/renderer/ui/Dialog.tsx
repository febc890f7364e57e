import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';
import './Dialog.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'normal' | 'wide' | 'widest';
  /** For questions that must be answered: no close button, and a click beside it does nothing. */
  readonly role?: 'dialog' | 'alertdialog';
  /** The buttons below, the main one last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A dialog above everything else, for as long as it is rendered. */
export function Dialog({
  title,
  onClose,
  width = 'normal',
  role = 'dialog',
  actions,
  children,
}: DialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <Modal className={`dialog dialog--${width}`}>
        <AriaDialog className="dialog__frame" role={role}>
          <header className="dialog__header">
            <Heading slot="title" className="dialog__title">
              {title}
            </Heading>
            {role === 'dialog' && <IconButton icon={X} label={t('close')} onPress={onClose} />}
          </header>
          <div className="dialog__body">{children}</div>
          {actions !== undefined && <footer className="dialog__actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
