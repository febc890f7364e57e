import { ChevronDown, X } from 'lucide-react';
import { useId, useState, type ReactNode, type RefObject } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';
import { TypeAheadList, type TypeAheadListProps } from './TypeAheadList';
import './Choice.css';
import './Menu.css';
import './TypeAhead.css';

export type { TypeAheadRow, TypeAheadSource } from './type-ahead-lines';

interface TypeAheadProps extends Omit<TypeAheadListProps, 'autoFocus' | 'initialText'> {
  /** What is chosen now, as the closed field shows it; nothing while nothing is. */
  readonly value?: ReactNode;
  /** What the closed field says while nothing is chosen. */
  readonly placeholder?: string;
  /** Chooses nothing again; where it is missing, that cannot be done here. */
  readonly onClear?: () => void;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
}

/**
 * A field that shows what is chosen and opens a list to type ahead in, for the inspector, for popovers and dialogs. The
 * keyboard comes back to the field when the list closes.
 *
 * `<TypeAhead label="Speaker" source={rows} chosen={id} value={name} onChoose={({ id }) => …} onCreate={(text) => …} />`
 */
export function TypeAhead(props: TypeAheadProps) {
  const { value, placeholder, onClear, isLabelHidden = false, isDisabled = false, ...list } = props;
  const { t } = useTranslation('typeAhead');
  const base = useId();
  const [isOpen, setIsOpen] = useState(false);
  const isEmpty = value === undefined || value === null || value === '';
  return (
    <div className="type-ahead-field">
      <span id={`${base}-label`} className={isLabelHidden ? 'only-spoken' : 'field__label'}>
        {list.label}
      </span>
      <div className="type-ahead-field__row">
        <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
          <AriaButton
            className="select__button"
            isDisabled={isDisabled}
            aria-labelledby={`${base}-label ${base}-value`}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' && !event.altKey) setIsOpen(true);
              else event.continuePropagation();
            }}
          >
            <span id={`${base}-value`} className="type-ahead-field__value" data-empty={isEmpty || undefined}>
              {isEmpty ? (placeholder ?? t('nothingChosen')) : <Value value={value} />}
            </span>
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
          </AriaButton>
          <TypeAheadPopover list={list} onClose={() => setIsOpen(false)} />
        </DialogTrigger>
        {onClear && !isEmpty && !isDisabled && (
          <IconButton icon={X} label={t('clear', { label: list.label })} onPress={onClear} />
        )}
      </div>
    </div>
  );
}

/** What is chosen. Words that are too long for the field end in an ellipsis, and are told in full when pointed at. */
const Value = ({ value }: { readonly value: ReactNode }): ReactNode =>
  typeof value === 'string' ? (
    <span className="type-ahead-field__words" title={value}>
      {value}
    </span>
  ) : (
    value
  );

interface TypeAheadPopoverProps {
  readonly list: Omit<TypeAheadListProps, 'autoFocus'>;
  readonly onClose: () => void;
  /** What it opens beside, and whether it is open, where no `DialogTrigger` around it says so. */
  readonly triggerRef?: RefObject<Element | null>;
  readonly isOpen?: boolean;
}

/** A list to type ahead in that floats beside what it was asked for at, and closes once something is chosen. */
export function TypeAheadPopover({ list, onClose, triggerRef, isOpen }: TypeAheadPopoverProps) {
  const { onChoose, onCreate } = list;
  return (
    <Popover
      className="popover type-ahead-popover"
      placement="bottom start"
      {...(triggerRef ? { triggerRef } : {})}
      {...(isOpen === undefined ? {} : { isOpen, onOpenChange: (stays: boolean) => stays || onClose() })}
    >
      <Dialog className="type-ahead-popover__dialog" aria-label={list.label}>
        <TypeAheadList
          {...list}
          autoFocus
          onChoose={(row) => {
            onClose();
            onChoose(row);
          }}
          {...(onCreate
            ? {
                onCreate: (text: string) => {
                  onClose();
                  onCreate(text);
                },
              }
            : {})}
        />
      </Dialog>
    </Popover>
  );
}
