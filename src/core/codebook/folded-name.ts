/**
 * A name without what does not tell names apart: formats without blanks or capitals of their own write `Public_Office`
 * for `public office`. What folds to the same is taken for the same when files come in. What is made of nothing but
 * blanks and underscores is itself.
 */
export function foldedName(name: string): string {
  const folded = name.replace(/[\s_]+/gu, ' ').trim();
  return folded === '' ? name : folded.toLocaleLowerCase('und');
}
