/** Characters that have a control word of their own. */
export const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
};

/** Characters whose control word is a sign and no letters. */
export const symbols: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

/** Groups that hold no text of the document, by the word that they begin with. */
export const skipped = new Set(
  (
    'colortbl stylesheet pict header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ' +
    'ftncn aftnsep aftnsepc aftncn xe tc tcn rxe txe listtext pntext sp shprslt nonshppict filetbl revtbl ' +
    'listtable listoverridetable rsidtbl fldinst objdata objclass objname bkmkstart bkmkend atnid atnauthor ' +
    'themedata datastore colorschememapping latentstyles xmlnstbl mmathPr generator userprops pgptbl'
  ).split(' '),
);

/** Groups that only newer readers know (`\*`), and that hold text all the same. */
export const readThough = new Set(['shpinst', 'shptxt', 'shppict', 'ud', 'fldrslt']);

/** What of the information group becomes metadata. */
export const information: Readonly<Record<string, string>> = { title: 'title', author: 'author' };
