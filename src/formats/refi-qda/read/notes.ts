import type { SourceFile } from '../../exchange/format';
import { childrenNamed, textIn, type XmlElement } from '../../xml/tree';
import { normalGuid } from '../guid';
import { descriptionIn } from './codes';
import type { SourceFiles } from './source-files';

/** A note of a project, and whether anything that Postil reads refers to it. */
interface Note {
  readonly element: XmlElement;
  readonly text: string;
  isUsed: boolean;
}

/** The notes of a project, which stand apart from what they are about. */
export class Notes {
  readonly #byGuid = new Map<string, Note>();
  readonly #isExact: boolean;

  private constructor(isExact: boolean) {
    this.#isExact = isExact;
  }

  /**
   * The text of a note stands in it or in a file beside the project. `isExact` keeps the blanks around descriptions, which
   * other programs may have put there to make the file readable.
   */
  static async read(
    project: XmlElement,
    files: SourceFiles,
    folder: string,
    isExact: boolean,
  ): Promise<Notes> {
    const notes = new Notes(isExact);
    for (const element of childrenNamed(project, 'Notes').flatMap((all) => childrenNamed(all, 'Note'))) {
      const path = element.attributes['plainTextPath'];
      const file: SourceFile | undefined = path === undefined ? undefined : files.find(path, folder);
      const parts = [
        descriptionIn(element),
        childrenNamed(element, 'PlainTextContent').map(textIn).join('\n'),
        (await file?.whole()) ?? '',
      ].filter((part) => part.trim() !== '');
      const text = parts.length > 0 ? parts.join('\n') : (element.attributes['name'] ?? '');
      notes.#byGuid.set(normalGuid(element.attributes['guid']), { element, text, isUsed: false });
    }
    return notes;
  }

  /** Whether this is a note. */
  has(guid: string): boolean {
    return this.#byGuid.has(guid);
  }

  /** The text of a note that belongs to something. */
  use(guid: string): string {
    const note = this.#byGuid.get(guid);
    if (!note) return '';
    note.isUsed = true;
    return note.text;
  }

  /** What an element says of itself, and what the notes say that it refers to. */
  noteOf(element: XmlElement): string {
    const referred = childrenNamed(element, 'NoteRef').map(({ attributes }) =>
      this.use(normalGuid(attributes['targetGUID'])),
    );
    return [descriptionIn(element, this.#isExact), ...referred].filter((text) => text !== '').join('\n\n');
  }

  /** Those that nothing refers to: they are about the project as a whole. */
  unused(): readonly XmlElement[] {
    return [...this.#byGuid.values()].filter(({ isUsed }) => !isUsed).map(({ element }) => element);
  }
}
