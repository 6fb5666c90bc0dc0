/** How an exported page looks: like the paper of the house, by day, by night and in print. */

const day = `--paper:#faf8f3;--ink:#22262d;--quiet:#5d6571;--rule:#e4ded2;--mediator:#4a4c86;--mediator-tint:#e8e8f4;
--a:#0d6e6e;--a-tint:#dcefec;--b:#915400;--b-tint:#f8ead2;--c:#803a74;--c-tint:#f5e4f1;--d:#566013;--d-tint:#ebefd2`
const night = `--paper:#15171c;--ink:#e9e6df;--quiet:#a3aab4;--rule:#30343d;--mediator:#a9abe0;--mediator-tint:#2a2b45;
--a:#66c7b8;--a-tint:#173834;--b:#e4ab62;--b-tint:#3d2c13;--c:#dfa0d3;--c-tint:#3c2238;--d:#bcc76c;--d-tint:#2d3213`

const underlines = { a: 'solid', b: 'double', c: 'dashed', d: 'wavy', mediator: 'dotted' }

const sides = Object.entries(underlines)
  .map(
    ([hue, line]) =>
      `.alternative[data-hue="${hue}"]>.said{background:var(--${hue}-tint);text-decoration-style:${line};text-decoration-color:var(--${hue})}
.alternative[data-hue="${hue}"]>.by{color:var(--${hue})}`,
  )
  .join('\n')

/** The style of a page with so many languages side by side; they stand under each other where there is no room. */
export const style = (languages: number): string => `
:root{${day};color-scheme:light}
@media screen and (prefers-color-scheme:dark){:root{${night};color-scheme:dark}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.5rem 4rem;max-inline-size:${languages > 1 ? 78 : 46}rem;background:var(--paper);color:var(--ink);
font:17px/26px "Source Serif 4","PT Serif",Georgia,"Times New Roman",serif;overflow-wrap:break-word}
header,.clause,.notes{display:grid;grid-template-columns:repeat(${Math.max(1, languages)},minmax(0,1fr));column-gap:2.5rem}
header{padding-block-end:1.5rem;border-block-end:2px solid var(--ink);margin-block-end:.75rem}
h1{font-size:27px;line-height:34px;font-weight:600;margin:0 0 .5rem}
h2{font-size:19px;line-height:27px;font-weight:600;margin:1rem 0 0}
p{margin:0}
.legend p,.legend ul,.notes{font:14px/21px "Golos Text","Segoe UI",system-ui,sans-serif;color:var(--quiet)}
.legend ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:.25rem 0 0;padding:0;color:var(--ink)}
.clause{padding-block:.55rem;border-block-end:1px solid var(--rule)}
.clause:target{background:var(--mediator-tint)}
.clause[data-depth="1"] .words{padding-inline-start:1.75rem}
.clause[data-depth="2"] .words{padding-inline-start:3.5rem}
.clause[data-depth="3"] .words,.clause[data-depth="4"] .words{padding-inline-start:5rem}
.words{hyphens:manual;orphans:2;widows:2}
.number{font-variant-numeric:tabular-nums;margin-inline-end:.35em}
.bracket>b{color:var(--mediator)}
.by{font:600 .76em/1 "Golos Text","Segoe UI",system-ui,sans-serif;letter-spacing:.01em}
.said{text-decoration-line:underline;text-decoration-thickness:1.5px;text-underline-offset:.22em;border-radius:2px;
-webkit-box-decoration-break:clone;box-decoration-break:clone}
${sides}
.blank,i{color:var(--quiet)}
.blank{border-block-end:1px dashed currentColor}
sup{line-height:0;font-size:.72em}
a{color:inherit;text-underline-offset:.2em}
a:focus-visible{outline:2px solid var(--mediator);outline-offset:2px}
.notes{margin-block-start:2rem}
.notes ol{margin:.25rem 0 0;padding-inline-start:1.5rem}
@media (max-width:44rem){
body{padding:1.25rem 1rem 3rem}
header,.clause,.notes{grid-template-columns:minmax(0,1fr);row-gap:.6rem}
.words+.words{padding-block-start:.5rem;border-block-start:1px dotted var(--rule)}
}
@media print{
@page{margin:18mm}
:root{--paper:#fff;--ink:#000;--quiet:#444;--rule:#bbb}
body{max-inline-size:none;padding:0;font-size:11pt;line-height:15pt}
.clause{break-inside:auto}
h1,h2{break-after:avoid}
.clause[data-kind="heading"],.clause[data-kind="title"]{break-after:avoid}
.said{-webkit-print-color-adjust:exact;print-color-adjust:exact}
a{text-decoration:none}
}
`
