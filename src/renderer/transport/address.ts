/** The project that the page's address names; null for the welcome screen. */
export const namedProject = (): string | null => new URLSearchParams(location.search).get('project');

/** Lets the page's address name another project, without loading the page again. */
export function nameProject(path: string | null): void {
  const query = path === null ? '' : `?${new URLSearchParams({ project: path }).toString()}`;
  history.replaceState(null, '', `/${query}`);
}
