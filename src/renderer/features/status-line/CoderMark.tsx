import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHiddenCoders, useIsBlind } from '../../stores/coders';
import { showDialog } from '../../stores/interface';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';

/** Who annotates, with a clear mark where somebody's annotations are hidden. */
export function CoderMark() {
  const { t } = useTranslation('coders');
  const name = useWorkspace((state) => state.coders.get(state.project.coder)?.name ?? '', '');
  const total = useWorkspace((state) => state.coders.size, 0);
  const hidden = useHiddenCoders();
  const isBlind = useIsBlind();
  const isMarked = isBlind || hidden.size > 0;
  return (
    <>
      {isMarked && (
        <span
          className="status-line__mark status-line__mark--hidden"
          title={isBlind ? t('blindMarkHint') : undefined}
        >
          <EyeOff size={13} strokeWidth={2} aria-hidden />
          {isBlind ? t('blindMark') : t('someMark', { shown: total - hidden.size, total })}
        </span>
      )}
      <Button look="plain" aria-label={t('coderIs', { name })} onPress={() => showDialog({ name: 'coders' })}>
        {name}
      </Button>
    </>
  );
}
