import { AboutDialog } from '../features/about/AboutDialog';
import { ExportCodebookDialog } from '../features/codebook/ExportCodebookDialog';
import { TakeCodebookDialog } from '../features/codebook/TakeCodebookDialog';
import { VersionsDialog } from '../features/codebook/VersionsDialog';
import { BackupsDialog } from '../features/backups/BackupsDialog';
import { CheckDialog } from '../features/checking/CheckDialog';
import { CodersDialog } from '../features/coders/CodersDialog';
import { CommandPalette } from '../features/palette/CommandPalette';
import { DetailsDialog } from '../features/documents/DetailsDialog';
import { DocumentDialogs } from '../features/documents/DocumentDialogs';
import { JoinDialog, SplitDialog } from '../features/documents/SplitAndJoinDialogs';
import { ExportDialog } from '../features/exporting/ExportDialog';
import { ImportDialogs } from '../features/importing/ImportDialogs';
import { KeysDialog } from '../features/keys/KeysDialog';
import { LinkPicker } from '../features/registry/LinkPicker';
import { NewProjectDialog } from '../features/welcome/NewProjectDialog';
import { OpenProjectDialog } from '../features/welcome/OpenProjectDialog';
import { RefusalDialog } from '../features/welcome/RefusalDialog';
import { SettingsDialog } from '../features/settings/SettingsDialog';
import { VocabularyDialog } from '../features/values/VocabularyDialog';
import { TagAllDialog } from '../features/tag-all/TagAllDialog';
import { useInterface } from '../stores/interface';

/** The dialog that is open, if one is, and what an import has to ask. */
export function Dialogs() {
  return (
    <>
      <OpenDialog />
      <ImportDialogs />
    </>
  );
}

function OpenDialog() {
  const dialog = useInterface((state) => state.dialog);
  switch (dialog?.name) {
    case undefined:
      return null;
    case 'about':
      return <AboutDialog />;
    case 'backups':
      return <BackupsDialog />;
    case 'check':
      return <CheckDialog />;
    case 'coders':
      return <CodersDialog />;
    case 'codebook-export':
      return <ExportCodebookDialog />;
    case 'codebook-take':
      return <TakeCodebookDialog />;
    case 'codebook-versions':
      return <VersionsDialog />;
    case 'export':
      return <ExportDialog of={dialog.of} />;
    case 'keys':
      return <KeysDialog />;
    case 'palette':
      return <CommandPalette />;
    case 'settings':
      return <SettingsDialog />;
    case 'new-project':
      return <NewProjectDialog />;
    case 'open-project':
      return <OpenProjectDialog />;
    case 'tag-all':
      return <TagAllDialog text={dialog.text} model={dialog.model} />;
    case 'refusal':
      return <RefusalDialog path={dialog.path} problem={dialog.problem} />;
    case 'link-mention':
      return <LinkPicker annotation={dialog.annotation} />;
    case 'rename':
    case 'note':
    case 'remove':
      return <DocumentDialogs />;
    case 'document-details':
      return <DetailsDialog documents={dialog.documents} />;
    case 'document-split':
      return <SplitDialog document={dialog.document} at={dialog.at} />;
    case 'document-join':
      return <JoinDialog documents={dialog.documents} />;
    case 'vocabulary':
      return <VocabularyDialog wanted={dialog.attribute} />;
  }
}
