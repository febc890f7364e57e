import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PhysicalKey } from '../../../core/model/codebook';
import { capsOf } from '../../commands/chords';
import { useLabelOf } from '../../commands/layout';
import { useIsMac } from '../../stores/host';
import { Caps } from '../../ui/Caps';
import { IconButton } from '../../ui/IconButton';

interface BookItemProps {
  readonly name: string;
  /** What is told of it while it is folded. */
  readonly facts: readonly string[];
  readonly keyToPress: PhysicalKey | null;
  /** Its place among its neighbours, from 0, and how many there are. */
  readonly position: number;
  readonly count: number;
  readonly isReadOnly: boolean;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** A role or an attribute of a type: folded to its name, with the ways to order and remove it. */
export function BookItem(props: BookItemProps) {
  const { name, facts, keyToPress, position, count, isReadOnly, onMove, onRemove, children } = props;
  const { t } = useTranslation('codebook');
  const labelOf = useLabelOf();
  const isMac = useIsMac();
  return (
    <Disclosure className="book__item">
      <div className="book__item-head">
        <AriaButton slot="trigger" className="book__item-trigger">
          <span className="book__item-name">{name}</span>
          <span className="book__item-facts">{facts.join(' · ')}</span>
          {keyToPress !== null && <Caps caps={capsOf(keyToPress, isMac, labelOf)} />}
        </AriaButton>
        <IconButton
          icon={ArrowUp}
          label={t('moveUp', { name })}
          isDisabled={isReadOnly || position === 0}
          onPress={() => onMove(position - 1)}
        />
        <IconButton
          icon={ArrowDown}
          label={t('moveDown', { name })}
          isDisabled={isReadOnly || position === count - 1}
          onPress={() => onMove(position + 1)}
        />
        <IconButton
          icon={Trash2}
          label={t('removeNamed', { name })}
          isDisabled={isReadOnly}
          onPress={onRemove}
        />
      </div>
      <DisclosurePanel className="book__item-body">{children}</DisclosurePanel>
    </Disclosure>
  );
}
