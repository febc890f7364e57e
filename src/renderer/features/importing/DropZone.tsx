import { FolderInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathsOfDrop } from '../../bridge/handed-files';
import { isBrowser } from '../../stores/host';
import { runOwnJob } from '../../stores/jobs';
import { tellUnlessCancelled } from './flow';
import './DropZone.css';

interface DropZoneProps {
  /** What dropping does here, in words. */
  readonly hint: string;
  readonly onDrop: (paths: readonly string[]) => void;
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files and folders that are dropped anywhere on the window, and shows that it would. */
export function DropZone({ hint, onDrop }: DropZoneProps) {
  const isOver = useDrops(onDrop);
  const { t } = useTranslation('importing');
  if (!isOver) return null;
  return (
    <div className="drop-zone">
      <FolderInput size={32} strokeWidth={1.5} aria-hidden />
      <p className="drop-zone__title">{t('drop')}</p>
      <p>{hint}</p>
    </div>
  );
}

function useDrops(onDrop: DropZoneProps['onDrop']): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      // Only leaving the window has nothing that is entered instead.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDropped = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      const { dataTransfer } = event;
      void runOwnJob('upload', (handing) => pathsOfDrop(dataTransfer, isBrowser(), handing)).then((paths) => {
        if (paths.ok) onDrop(paths.value);
        else tellUnlessCancelled(paths.problem);
      });
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDropped);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDropped);
    };
  }, [onDrop]);
  return isOver;
}
