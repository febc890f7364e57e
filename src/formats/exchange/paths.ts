/** The last part of a path: what a file is called where it lies. */
export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** All of a path but its last part, with the slash behind it; empty where it has but one. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
