import { ok } from '../../core/result';
import { attributes, roles, terms, types } from '../storage/records/codebook';
import { coders } from '../storage/records/coders';
import type { Handler } from './handler';

export const readCodebook: Handler<'codebook.read'> = ({ reader }) =>
  ok({
    types: types.all(reader),
    roles: roles.all(reader),
    attributes: attributes.all(reader),
    terms: terms.all(reader),
  });

export const listCoders: Handler<'coders.list'> = ({ reader }) => ok(coders.all(reader));

export const switchCoder: Handler<'coder.switch'> = (project, { name }) => project.switchCoder(name);
