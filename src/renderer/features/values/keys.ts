import { flushSync } from 'react-dom';
import type { AnnotationRecord } from '../../../core/model/annotation';
import type { AttributeRecord, AttributeValue } from '../../../core/model/codebook';
import { nameIn } from '../../i18n/format';
import { currentLanguage, t } from '../../i18n/i18n';
import { selectAnnotation } from '../../stores/interface';
import { announce } from '../../stores/notices';
import { subject } from '../../stores/subject';
import { workspace } from '../../stores/workspace/workspace';
import { attributesOf, setValue } from '../../values/value-target';
import { labelOf } from '../../values/choice-name';

/** The next value that a key gives: the other of two, the next choice; undefined where the control has to say. */
export function nextValue(
  { domain }: Pick<AttributeRecord, 'domain'>,
  value: AttributeValue | undefined,
): AttributeValue | undefined {
  if (domain.kind === 'yes-no') return value !== true;
  if (domain.kind !== 'one-of') return undefined;
  const index = domain.choices.findIndex((choice) => choice.value === value);
  return domain.choices[(index + 1) % Math.max(1, domain.choices.length)]?.value;
}

/** Moves the keyboard to the control of an attribute in the inspector. */
function focusControl({ id }: AttributeRecord): void {
  document
    .querySelector<HTMLElement>(
      `[data-pane="inspector"] [data-attribute="${CSS.escape(id)}"] :is(input, button)`,
    )
    ?.focus();
}

async function step(
  annotation: AnnotationRecord,
  attribute: AttributeRecord,
  value: AttributeValue,
): Promise<void> {
  if (!(await setValue([annotation], attribute, value))) return;
  const language = currentLanguage();
  const { domain } = attribute;
  const choice = domain.kind === 'one-of' && domain.choices.find((known) => known.value === value);
  announce(
    t('values:valueIs', {
      name: nameIn(attribute.names, language),
      value: choice ? labelOf(choice, language) : value === true ? t('values:yes') : t('values:no'),
    }),
  );
}

/**
 * What the key of an attribute does while an annotation that has it is selected, or was just made: it goes on to the next choice, or moves
 * the keyboard to the control. Answers whether it did anything.
 */
export function pressValueKey(key: string): boolean {
  const current = workspace();
  const annotation = subject();
  if (!current || !annotation || current.project.readOnly !== null) return false;
  const attribute = attributesOf(annotation, current).find((own) => own.key === key);
  if (!attribute) return false;
  const next = nextValue(attribute, annotation.attributes[attribute.id]);
  if (next === undefined) {
    // The inspector is drawn with the selection.
    flushSync(() => selectAnnotation(annotation.id));
    focusControl(attribute);
  } else void step(annotation, attribute, next);
  return true;
}
