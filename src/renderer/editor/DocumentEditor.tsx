import '@fontsource-variable/literata';
import { useImperativeHandle, useLayoutEffect, useRef, type JSX } from 'react';
import { mountDocument, type DocumentView } from './document-view';
import './editor.css';
import type { DocumentEditorProps, EditorHandle } from './interface';

/**
 * Shows one document with its annotations and lets a person read it, select in it and find in it. What is shown
 * is decided by the properties; the text itself cannot be changed. Keys that are not about the selection are left to
 * whoever listens further out.
 */
export function DocumentEditor(props: DocumentEditorProps): JSX.Element {
  const editor = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const ties = useRef<HTMLDivElement>(null);
  const edges = useRef<HTMLDivElement>(null);
  const view = useRef<DocumentView>(null);
  const latest = useRef(props);

  useLayoutEffect(() => {
    latest.current = props;
    view.current?.update(props);
  });

  // Mounted once: another document is another element, with a key of its own.
  useLayoutEffect(() => {
    if (!editor.current || !text.current || !overlay.current || !ties.current || !edges.current) return;
    const elements = {
      editor: editor.current,
      text: text.current,
      overlay: overlay.current,
      ties: { arcs: ties.current, edges: edges.current },
    };
    const mounted = mountDocument(elements, latest.current);
    view.current = mounted;
    return () => {
      view.current = null;
      mounted.dispose();
    };
  }, []);

  useImperativeHandle<EditorHandle | null, EditorHandle | null>(
    props.handleRef,
    () => view.current?.handle ?? null,
    [],
  );

  return (
    <div ref={editor} className="postil-editor" data-theme={props.theme} style={{ fontSize: props.textSize }}>
      <div ref={edges} className="postil-edges" aria-hidden="true" />
      <div className="postil-page">
        <div
          ref={text}
          className="postil-text"
          role="textbox"
          tabIndex={0}
          aria-label={props.label}
          aria-multiline="true"
          aria-readonly="true"
          // Not `true`: React would save the selection around each of its commits, going through the whole text for it.
          contentEditable="plaintext-only"
          suppressContentEditableWarning
          spellCheck={false}
          autoCorrect="off"
          autoCapitalize="off"
          inputMode="none"
          translate="no"
          data-gramm="false"
        />
        <div ref={overlay} className="postil-overlay" aria-hidden="true" />
        <div ref={ties} className="postil-overlay" aria-hidden="true" />
      </div>
    </div>
  );
}
