import type { RoleBook } from '../rules/slots';
import type { ProjectView } from './project-view';

/** The codebook of a project as the rules about roles look at it. */
export const bookOf = (view: ProjectView): RoleBook => ({
  type: (id) => view.find('type', id),
  rolesOf: (type) => view.rolesOf(type),
});
