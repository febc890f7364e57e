/** How a page looks: by itself, in light and in dark, and on paper. Colours follow the hue that each element sets. */
export const style = `
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.9 Georgia, 'PT Serif', 'Times New Roman', serif; color: light-dark(#1d1d22, #e8e6e1); background: light-dark(#fdfcfa, #1a1b20); }
h1, h2, h3, dl, ul, ol, table { line-height: 1.4; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: inherit; background-color: light-dark(oklch(93% .05 var(--h)), oklch(36% .06 var(--h))); background-repeat: no-repeat; padding-bottom: calc(var(--n) * 3px); border-radius: 2px; }
sup { font: .65rem/1 system-ui, sans-serif; } sup a { text-decoration: none; color: light-dark(oklch(42% .12 var(--h)), oklch(82% .1 var(--h))); padding: 0 1px; }
.type { display: inline-block; padding: 0 .4em; border-radius: 3px; font-family: system-ui, sans-serif; font-size: .8rem; background: light-dark(oklch(88% .08 var(--h)), oklch(42% .09 var(--h))); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem .8rem; }
.list { padding-left: 2.2rem; } .list > li { margin: .5rem 0; break-inside: avoid; }
.list > li:target { outline: 2px solid light-dark(#3355cc, #99aaff); outline-offset: 4px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .8rem; margin: .2rem 0; font-size: .88rem; } dt { color: light-dark(#5c5c66, #a9a8a4); } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
article + article { margin-top: 4rem; border-top: 1px solid; break-before: page; }
@media print { :root { color-scheme: light; } body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; background: none; } mark, .type { print-color-adjust: exact; -webkit-print-color-adjust: exact; } a { color: inherit; text-decoration: none; } }
`;
