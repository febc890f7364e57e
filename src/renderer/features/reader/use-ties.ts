import { useMemo } from 'react';
import type { AnnotationId } from '../../../core/ids';
import type { Hint, Tie } from '../../editor';
import { useLanguage } from '../../i18n/use-language';
import { hintedOf, useFilling } from '../../stores/filling/filling';
import { useShownAnnotations } from '../../stores/coders';
import { useInterface } from '../../stores/interface';
import { useWorkspace } from '../../stores/workspace/workspace';
import { tentativeTie, tiesOf } from './ties';

const noTies: readonly Tie[] = [];
const noHints: readonly Hint[] = [];

/** What is drawn over the text: the ties of what is selected or pointed at, and what is considered while a role is filled. */
export function useTies(): { readonly ties: readonly Tie[]; readonly hints: readonly Hint[] } {
  const language = useLanguage();
  const project = useWorkspace((state) => state, null);
  const { annotations: shown } = useShownAnnotations();
  const selected = useInterface((state) => state.selected);
  const hovered = useInterface((state) => state.hovered);
  const filling = useFilling((state) => state.filling);
  const ties = useMemo(() => {
    if (!project) return noTies;
    const isShown = (id: AnnotationId): boolean => shown.has(id);
    const tentative = filling && tentativeTie(project, filling, language);
    const pointed = filling || hovered === selected ? null : hovered;
    const all = [
      ...(selected === null ? [] : tiesOf(project, selected, isShown, language)),
      ...(pointed === null ? [] : tiesOf(project, pointed, isShown, language)),
      ...(tentative ? [tentative] : []),
    ];
    return all.length === 0 ? noTies : all;
  }, [project, shown, selected, hovered, filling, language]);
  const hints = useMemo(() => {
    if (!project?.open || !filling) return noHints;
    return hintedOf(filling).flatMap(({ fragments: [at] }, index) =>
      at ? [{ at, label: String(index + 1) }] : [],
    );
  }, [project, filling]);
  return { ties, hints };
}
