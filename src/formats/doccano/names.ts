/** What origins call what came from doccano. */
export const format = 'doccano';
