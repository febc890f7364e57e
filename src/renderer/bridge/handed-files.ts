import type { HandedFile, Handing } from '../../contract/bridge';
import { ok, type Result } from '../../core/result';

/**
 * Paths for what was dropped on the window. In Electron files and folders have paths already. A browser has
 * only their contents, so that a folder is walked here and handed over file by file.
 */
export async function pathsOfDrop(
  transfer: DataTransfer,
  inBrowser: boolean,
  handing: Handing,
): Promise<Result<readonly string[]>> {
  // Both lists are emptied as soon as the event has been handled: take what is needed before waiting for anything.
  const files = [...transfer.files];
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (!inBrowser) return pathsOfFiles(files, handing);
  const found = await Promise.all(entries.map((entry) => filesIn(entry)));
  return hand(found.flat(), handing);
}

/** Paths for files that were picked with an `<input type="file">`, which may pick a whole folder. */
export function pathsOfFiles(files: readonly File[], handing: Handing): Promise<Result<readonly string[]>> {
  const handed = files.map((file) => ({ relativePath: file.webkitRelativePath || file.name, file }));
  return hand(handed, handing);
}

async function hand(files: readonly HandedFile[], handing: Handing): Promise<Result<readonly string[]>> {
  return files.length === 0 ? ok([]) : window.postil.pathsOf(files, handing);
}

async function filesIn(entry: FileSystemEntry): Promise<HandedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ relativePath: entry.fullPath.replace(/^\//, ''), file }];
  }
  if (!isFolder(entry)) return [];
  const found = await Promise.all((await childrenOf(entry)).map(filesIn));
  return found.flat();
}

/** A reader answers in batches, and with an empty one at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
