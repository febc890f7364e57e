import { X } from 'lucide-react';
import { Button as AriaButton, Label, Tag, TagGroup, TagList, type Key } from 'react-aria-components';
import './Tags.css';

/** A name that stands among others, and the words of the button that takes it away. */
export interface NamedTag {
  readonly id: string;
  readonly name: string;
  readonly removeLabel: string;
}

interface TagsProps {
  readonly label: string;
  readonly tags: readonly NamedTag[];
  /** Takes some away; without it none can be. */
  readonly onRemove?: (ids: ReadonlySet<Key>) => void;
}

/** Names side by side: the arrow keys go through them, and Delete takes away the one that has the keyboard. */
export function Tags({ label, tags, onRemove }: TagsProps) {
  return (
    <TagGroup {...(onRemove ? { onRemove } : {})}>
      <Label className="field__label">{label}</Label>
      <TagList className="tags">
        {tags.map(({ id, name, removeLabel }) => (
          <Tag key={id} id={id} textValue={name} className="tags__tag">
            {name}
            {onRemove && (
              <AriaButton slot="remove" className="tags__remove" aria-label={removeLabel}>
                <X size={12} strokeWidth={2} aria-hidden />
              </AriaButton>
            )}
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  );
}
