import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Dialog } from './Dialog';

interface ConfirmDialogProps {
  readonly title: string;
  /** What is done, on the button that does it. */
  readonly verb: string;
  readonly look: 'primary' | 'danger';
  /** While what is asked about is not known yet. */
  readonly isDisabled?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** What would follow. */
  readonly children: ReactNode;
}

/** Asks before something is done. The keyboard begins at the button that does nothing. */
export function ConfirmDialog({
  title,
  verb,
  look,
  isDisabled = false,
  onConfirm,
  onCancel,
  children,
}: ConfirmDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      width="narrow"
      role="alertdialog"
      onClose={onCancel}
      actions={
        <>
          <Button onPress={onCancel} autoFocus>
            {t('cancel')}
          </Button>
          <Button look={look} isDisabled={isDisabled} onPress={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
