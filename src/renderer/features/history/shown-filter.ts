import { useMemo } from 'react';
import type { HistoryFilter } from '../../../contract/history-calls';
import { useIsBlind } from '../../stores/coders';
import { useWorkspace } from '../../stores/workspace/workspace';
import { useHistory } from './state';

/** Which changes are shown: those that were asked for, but coding blind only one's own. */
export function useShownFilter(): HistoryFilter {
  const asked = useHistory((state) => state.filter);
  const isBlind = useIsBlind();
  const me = useWorkspace((state) => state.project.coder, null);
  return useMemo(() => (isBlind ? { ...asked, coder: me } : asked), [asked, isBlind, me]);
}
