import { listBackups, makeBackupNow, restoreBackupNamed } from '../backups/calls';
import { checkFile } from '../check/calls';
import {
  exportCodebook,
  importCodebook,
  listVersions,
  previewCodebook,
  previewImport,
} from '../codebooks/calls';
import { runExport } from '../export/run';
import { inspectImport } from '../import/inspect';
import { runImport } from '../import/run';
import { pasteCodingInto, redoChange, runChange, undoChange } from './changes';
import { listCoders, readCodebook, switchCoder } from './codebook';
import { divideDocument, joinSeveral } from './divide-and-join';
import { describeFormatExport, listFormats, saveReport } from './formats';
import { leaveDocument, listDocuments, readDocument } from './documents';
import { findOccurrences } from '../occurrences/find';
import { changeSegments } from '../segments/change';
import { countSegments, pageSegments, placeSegment } from '../segments/calls';
import { exportSegments } from '../segments/export';
import type { EngineHandlers } from './handler';
import {
  goBack,
  listChangeNames,
  listDeleted,
  previewGoingBack,
  readChange,
  readHistory,
  readRecordHistory,
  restoreDeleted,
} from './history';
import { cancelJob } from './jobs';
import { describeProject } from './project';
import {
  countRegistry,
  listRegistry,
  previewEntryMerge,
  proposeEntries,
  readChain,
  readMentions,
} from './registry';
import { countTerms } from './terms';

/** What answers each call of the contract. */
export const handlers: EngineHandlers = {
  'project.describe': describeProject,
  'project.check': checkFile,
  'codebook.read': readCodebook,
  'codebook.preview': previewCodebook,
  'codebook.previewImport': previewImport,
  'codebook.import': importCodebook,
  'codebook.export': exportCodebook,
  'codebook.versions': listVersions,
  'coders.list': listCoders,
  'coder.switch': switchCoder,
  'documents.list': listDocuments,
  'document.read': readDocument,
  'document.leave': leaveDocument,
  'change.run': runChange,
  'change.undo': undoChange,
  'change.redo': redoChange,
  'coding.paste': pasteCodingInto,
  'history.page': readHistory,
  'history.names': listChangeNames,
  'history.change': readChange,
  'history.ofRecord': readRecordHistory,
  'history.preview': previewGoingBack,
  'history.goBack': goBack,
  'history.deleted': listDeleted,
  'history.restore': restoreDeleted,
  'import.inspect': inspectImport,
  'import.run': runImport,
  'formats.list': listFormats,
  'formats.export': describeFormatExport,
  'export.run': runExport,
  'export.saveReport': saveReport,
  'job.cancel': cancelJob,
  'registry.list': listRegistry,
  'registry.counts': countRegistry,
  'registry.chain': readChain,
  'registry.mentions': readMentions,
  'registry.previewMerge': previewEntryMerge,
  'registry.propose': proposeEntries,
  'occurrences.find': findOccurrences,
  'segments.page': pageSegments,
  'segments.count': countSegments,
  'segments.place': placeSegment,
  'segments.change': changeSegments,
  'segments.export': exportSegments,
  'terms.counts': countTerms,
  'document.split': divideDocument,
  'documents.join': joinSeveral,
  'backups.list': listBackups,
  'backups.make': makeBackupNow,
  'backups.restore': restoreBackupNamed,
};
