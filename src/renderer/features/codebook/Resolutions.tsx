import { useTranslation } from 'react-i18next';
import type { CodebookCommand, CodebookCommandOf } from '../../../core/commands/codebook/command';
import { mayFill } from '../../../core/rules/codebook-rules';
import type { RoleId, TypeId } from '../../../core/ids';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { Checkbox, SelectField } from '../../ui/Choice';
import { useCodebook } from './book';

interface ResolutionProps<Asked> {
  readonly command: Asked;
  readonly onChange: (command: CodebookCommand) => void;
}

const none = '';
type None = typeof none;

/** What can be done with what no longer fits once the codebook has changed. */
export function Resolutions({ command, onChange }: ResolutionProps<CodebookCommand>) {
  switch (command.name) {
    case 'type.remove':
      return <Removal command={command} onChange={onChange} />;
    case 'type.merge':
      return <Merge command={command} onChange={onChange} />;
    case 'type.move':
      return (
        <>
          <Keeping command={command} onChange={onChange} />
          <Joining command={command} onChange={onChange} />
        </>
      );
    case 'role.change':
      return <Refitting command={command} onChange={onChange} />;
    case 'role.remove':
      return <Heir command={command} onChange={onChange} />;
    case 'attribute.change':
      return <Values command={command} onChange={onChange} />;
    default:
      return null;
  }
}

function Keeping({
  command,
  onChange,
}: ResolutionProps<CodebookCommandOf<'type.move' | 'type.remove' | 'type.merge'>>) {
  const { t } = useTranslation('codebook');
  return (
    <Checkbox label={t('keep')} isOn={command.keep} onChange={(keep) => onChange({ ...command, keep })} />
  );
}

function Joining({ command, onChange }: ResolutionProps<CodebookCommandOf<'type.move' | 'type.merge'>>) {
  const { t } = useTranslation('codebook');
  return (
    <Checkbox label={t('join')} isOn={command.join} onChange={(join) => onChange({ ...command, join })} />
  );
}

function Removal({ command, onChange }: ResolutionProps<CodebookCommandOf<'type.remove'>>) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { types, lookup } = useCodebook();
  const type = lookup.type(command.type);
  const others = types.filter(
    ({ id, kind }) => id !== command.type && (kind === 'relation') === (type?.kind === 'relation'),
  );
  return (
    <>
      <p>{t('removeText', { name: nameIn(type?.names ?? {}, language) })}</p>
      <SelectField<TypeId | None>
        label={t('itsAnnotations')}
        value={command.to ?? none}
        options={[
          { value: none, label: t('deleteThem') },
          ...others.map(({ id, names }) => ({
            value: id,
            label: t('becomeType', { type: nameIn(names, language) }),
          })),
        ]}
        onChange={(to) => onChange({ ...command, to: to === none ? null : to })}
      />
      <Keeping command={command} onChange={onChange} />
    </>
  );
}

function Merge({ command, onChange }: ResolutionProps<CodebookCommandOf<'type.merge'>>) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { types, lookup } = useCodebook();
  const type = lookup.type(command.type);
  const others = types.filter(({ id, kind }) => id !== command.type && kind === type?.kind);
  return (
    <>
      <p>{t('mergeText', { name: nameIn(type?.names ?? {}, language) })}</p>
      <SelectField<TypeId | None>
        label={t('mergeInto')}
        value={command.into === command.type ? none : command.into}
        options={[
          ...(command.into === command.type ? [{ value: none as None, label: t('chooseType') }] : []),
          ...others.map(({ id, names }) => ({ value: id, label: nameIn(names, language) })),
        ]}
        onChange={(into) => onChange({ ...command, into: into === none ? command.type : into })}
      />
      <Keeping command={command} onChange={onChange} />
      <Joining command={command} onChange={onChange} />
    </>
  );
}

function Refitting({ command, onChange }: ResolutionProps<CodebookCommandOf<'role.change'>>) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { types, lookup } = useCodebook();
  const fillers = command.change.fillers;
  if (!fillers) return null;
  const fitting = types.filter(({ id }) => mayFill(fillers, 'annotation', id, lookup.type));
  return (
    <SelectField<TypeId | None>
      label={t('unfitFillers')}
      value={command.retype ?? none}
      options={[
        { value: none, label: t('unlinkThem') },
        ...fitting.map(({ id, names }) => ({
          value: id,
          label: t('becomeType', { type: nameIn(names, language) }),
        })),
      ]}
      onChange={(retype) => onChange({ ...command, retype: retype === none ? null : retype })}
    />
  );
}

function Heir({ command, onChange }: ResolutionProps<CodebookCommandOf<'role.remove'>>) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { lookup } = useCodebook();
  const role = lookup.role(command.role);
  const others = role ? lookup.rolesOf(role.type).filter(({ id }) => id !== role.id) : [];
  return (
    <SelectField<RoleId | None>
      label={t('itsFillers')}
      value={command.to ?? none}
      options={[
        { value: none, label: t('unlinkThem') },
        ...others.map(({ id, names }) => ({
          value: id,
          label: t('goToRole', { role: nameIn(names, language) }),
        })),
      ]}
      onChange={(to) => onChange({ ...command, to: to === none ? null : to })}
    />
  );
}

/** Each choice that goes, with what its values become. */
function Values({ command, onChange }: ResolutionProps<CodebookCommandOf<'attribute.change'>>) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { lookup } = useCodebook();
  const before = lookup.attribute(command.attribute)?.domain;
  const after = command.change.domain;
  if (!before || !('choices' in before) || !after || !('choices' in after)) return null;
  const stays = new Set(after.choices.map(({ value }) => value));
  const going = before.choices.filter(({ value }) => !stays.has(value));
  return going.map(({ value, names }) => (
    <SelectField<string>
      key={value}
      label={t('valueThatGoes', { value: nameIn(names, language) || value })}
      value={command.values.find(({ from }) => from === value)?.to ?? none}
      options={[
        { value: none, label: t('clearIt') },
        ...after.choices.map((choice) => ({
          value: choice.value,
          label: t('becomeValue', { value: nameIn(choice.names, language) || choice.value }),
        })),
      ]}
      onChange={(to) =>
        onChange({
          ...command,
          values: [
            ...command.values.filter(({ from }) => from !== value),
            { from: value, to: to === none ? null : to },
          ],
        })
      }
    />
  ));
}
