import { create } from 'zustand';
import type { TypeId } from '../../core/ids';
import { useInterface } from './interface';
import { remember, remembered } from './settings';

interface GuidelinePane {
  /** Null until it was opened or closed in this window: then it is as it was left in the last one. */
  readonly isOpen: boolean | null;
  /** The type that the mouse or the keyboard points to in the list of types. */
  readonly pointed: TypeId | null;
}

const key = 'guideline.isOpen';

const isSet = (value: unknown): value is boolean => typeof value === 'boolean';

const useGuidelinePane = create<GuidelinePane>(() => ({ isOpen: null, pointed: null }));

const isOpenIn = ({ isOpen }: GuidelinePane): boolean => isOpen ?? remembered(key, isSet) ?? false;

/** Whether the guideline stands beside the text. */
export const useIsGuidelineOpen = (): boolean => useGuidelinePane(isOpenIn);

/** The type that is pointed to in the list of types, before it is used. */
export const usePointedType = (): TypeId | null => useGuidelinePane((state) => state.pointed);

/** Says that a type in the list of types is pointed to; null when it no longer is. */
export const pointToType = (pointed: TypeId | null): void => useGuidelinePane.setState({ pointed });

/** Opens or closes the guideline. The keyboard stays in the text, and comes back there from a pane that goes. */
export function toggleGuideline(): void {
  const isOpen = !isOpenIn(useGuidelinePane.getState());
  const isLeft = !isOpen && document.activeElement?.closest('[data-pane="guideline"]');
  useGuidelinePane.setState({ isOpen });
  void remember(key, isOpen);
  if (isLeft) useInterface.getState().editor?.focus();
}
