import { ok } from '../../core/result';
import type { Handler } from '../calls/handler';

export const listBackups: Handler<'backups.list'> = ({ backups }) => ok(backups.list());

export const makeBackupNow: Handler<'backups.make'> = ({ backups }) => backups.make('asked-for');

export const restoreBackupNamed: Handler<'backups.restore'> = (project, { name }) => project.restore(name);
