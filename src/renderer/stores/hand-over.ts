import { invoke } from '../bridge/bridge';
import { report } from './notices';

/** Shows a file in its folder, or downloads it where there is no folder to show. */
export async function handOver(path: string): Promise<void> {
  const handed = await invoke('files.reveal', { path });
  if (!handed.ok) {
    report(handed.problem);
    return;
  }
  if (handed.value.download === null) return;
  const link = document.createElement('a');
  link.href = handed.value.download;
  link.download = '';
  link.click();
}
