import type { Result } from '../../core/result';
import { ok } from '../../core/result';
import type { Writer } from '../storage/file/connection';
import { discardStagedTexts, stageText } from '../storage/records/texts';
import { Stop } from './refusal';
import type { TextStore } from './text-store';

/** How much text is kept in memory before it is put aside in the file, in UTF-16 units. */
const mostInMemory = 4_000_000;

/**
 * Where an import keeps its texts until its one change adds their documents: some in memory, more in the project's
 * file, in small transactions. What is there is nobody's document yet, and is thrown away where nothing comes of it.
 */
export class Staging implements TextStore {
  readonly #writer: Writer;
  #inMemory = new Map<string, string>();
  #length = 0;
  #inFile = false;

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  /** The texts that are not in the file, by their sha256. */
  get inMemory(): ReadonlyMap<string, string> {
    return this.#inMemory;
  }

  /** Throws a `Stop` where the file cannot take more. */
  add(sha256: string, text: string): void {
    if (this.#inMemory.has(sha256)) return;
    this.#inMemory.set(sha256, text);
    this.#length += text.length;
    if (this.#length > mostInMemory) this.#flush();
  }

  read(sha256: string): string | undefined {
    return this.#inMemory.get(sha256);
  }

  /** Forgets all texts, those in the file too. */
  discard(): void {
    this.#inMemory = new Map();
    if (this.#inFile) this.#transaction(() => discardStagedTexts(this.#writer));
  }

  #flush(): void {
    this.#inFile = true;
    this.#transaction(() => {
      for (const [sha256, text] of this.#inMemory) stageText(this.#writer, sha256, text);
    });
    this.#inMemory = new Map();
    this.#length = 0;
  }

  #transaction(work: () => void): void {
    const done: Result<null> = this.#writer.transaction(() => {
      work();
      return ok(null);
    });
    if (!done.ok) throw new Stop(done.problem);
  }
}
