export { DocumentEditor } from './DocumentEditor';
export type {
  Activation,
  Alignment,
  DocumentEditorProps,
  Edge,
  EditorHandle,
  TextSelection,
  TextUnit,
} from './interface';
export type { FindProblem, FindQuery } from '../../core/occurrences/find-query';
export type { FindController, FindState } from './find/find-state';
