import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../stores/host';
import { Field } from '../../ui/Field';

const ending = '.postil';

const withEnding = (path: string): string => (path.endsWith(ending) ? path : path + ending);

interface ProjectPath {
  readonly folder: string;
  readonly name: string;
  readonly setFolder: (folder: string) => void;
  readonly setName: (name: string) => void;
  /** Null as long as something is missing. */
  readonly path: string | null;
}

/** The path of a project as it is being typed, in the host's folder of projects at first. */
export function useProjectPath(firstName: string): ProjectPath {
  const host = useHost((state) => state.host);
  const separator = host?.platform === 'win32' ? '\\' : '/';
  const [folder, setFolder] = useState(host?.projectsFolder ?? '');
  const [name, setName] = useState(firstName);
  const isWhole = folder.trim() !== '' && name.trim() !== '';
  const path = isWhole ? folder.trim().replace(/[/\\]$/u, '') + separator + withEnding(name.trim()) : null;
  return { folder, name, setFolder, setName, path };
}

interface PathFieldsProps {
  readonly of: ProjectPath;
  readonly onEnter: () => void;
}

/** Asks where a project is to be, or is, where the host has no dialog of its own for that. */
export function PathFields({ of: { folder, name, setFolder, setName }, onEnter }: PathFieldsProps) {
  const { t } = useTranslation('project');
  const goOnEnter = (event: { readonly key: string; continuePropagation(): void }): void => {
    if (event.key === 'Enter') onEnter();
    else event.continuePropagation();
  };
  return (
    <>
      <Field label={t('name')} value={name} onChange={setName} onKeyDown={goOnEnter} autoFocus />
      <Field
        label={t('folder')}
        description={t('folderHint')}
        value={folder}
        onChange={setFolder}
        onKeyDown={goOnEnter}
      />
    </>
  );
}
