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
export type { FindController, FindProblem, FindQuery, FindState } from './find/find-state';
