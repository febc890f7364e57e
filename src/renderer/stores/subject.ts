import type { AnnotationRecord } from '../../core/model/annotation';
import { useInterface } from './interface';
import { workspace } from './workspace/workspace';

/**
 * The annotation of the open document that keys are about: the selected one, or the innermost at the caret, such as the
 * one that was just made. None while words are selected, which keys would tag.
 */
export function subject(): AnnotationRecord | undefined {
  const { selected, underCaret, textSelection } = useInterface.getState();
  const annotations = workspace()?.open?.annotations;
  if (selected !== null) return annotations?.get(selected);
  const [innermost] = underCaret;
  if (innermost === undefined || textSelection?.isCollapsed === false) return undefined;
  return annotations?.get(innermost);
}
