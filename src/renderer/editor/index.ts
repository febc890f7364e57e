export { DocumentEditor } from './DocumentEditor';
export type {
  Activation,
  Alignment,
  DocumentEditorProps,
  DrawnTie,
  Edge,
  EditorHandle,
  Hint,
  TextSelection,
  TextUnit,
  Tie,
} from './interface';
export type { FindProblem, FindQuery } from '../../core/occurrences/find-query';
export type { FindController, FindState } from './find/find-state';
