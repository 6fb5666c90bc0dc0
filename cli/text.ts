/** `parley text`: compiles rival drafts, takes out what one side says, shows and compares texts. */
import { type Command, jsonOption } from './command.ts'
import { compareFiles } from './text/compare.ts'
import { compileDrafts } from './text/compile.ts'
import { exportText, rewritePaper } from './text/export.ts'
import { readTyped, showBrackets } from './text/notation.ts'
import { showText, takeSide } from './text/show.ts'

/** The commands. */
export const textCommands: readonly Command[] = [
  {
    name: 'text compile',
    words: 16,
    usage: 'A.en.xml A.ru.xml B.en.xml B.ru.xml --sponsors US,RU -o TEXT.json',
    summary: 'make one text of two rival drafts: what is the same is clean, what differs stands in brackets',
    options: { sponsors: { type: 'string' }, output: { type: 'string', short: 'o' }, ...jsonOption },
    run: compileDrafts,
  },
  {
    name: 'text take',
    words: 1,
    usage: 'TEXT.json --sponsor US --lang ru [--numbers]',
    summary: 'print the reading of one side, one clause on a line',
    options: { sponsor: { type: 'string' }, lang: { type: 'string' }, numbers: { type: 'boolean' } },
    run: takeSide,
  },
  {
    name: 'text show',
    words: 1,
    usage: 'TEXT.json --lang en',
    summary: 'print a text with its brackets, as [US: shall | RU: should]',
    options: { lang: { type: 'string' } },
    run: showText,
  },
  {
    name: 'text compare',
    words: 2,
    usage: 'V1.json V2.json [--lang en] [--json]',
    summary: 'say what changed between two versions of a text, word by word, and what moved',
    options: { lang: { type: 'string' }, ...jsonOption },
    run: compareFiles,
  },
  {
    name: 'text read',
    words: 6,
    usage: 'FILE.en.txt|xml [FILE.ru.txt|xml] [--parties US=США,RF=РФ] [--lang en,ru] -o TEXT.json [--json]',
    summary: 'make a text of typed papers, one clause on a line, brackets as [US: shall | RU: should]',
    options: {
      parties: { type: 'string' },
      lang: { type: 'string' },
      output: { type: 'string', short: 'o' },
      ...jsonOption,
    },
    run: readTyped,
  },
  {
    name: 'text brackets',
    words: 1,
    usage: 'FILE|- [--choose 1,0] [--parties US,RU] [--json]',
    summary: 'say how a line with brackets is read: alternatives, open brackets, depth, blanks',
    options: { choose: { type: 'string' }, parties: { type: 'string' }, ...jsonOption },
    run: showBrackets,
  },
  {
    name: 'text export',
    words: 1,
    usage: 'TEXT.json --to akn|html|csv|txt|json [--lang en] [--sponsor US] -o FILE',
    summary:
      'write a text in the form that others read; with --sponsor as plain Akoma Ntoso without brackets',
    options: {
      to: { type: 'string' },
      lang: { type: 'string' },
      sponsor: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
    run: exportText,
  },
  {
    name: 'text akn',
    words: 1,
    usage: 'FILE.xml -o OUT.xml',
    summary: 'read a paper in Akoma Ntoso and write it again: valid, the same numbers, words and footnotes',
    options: { output: { type: 'string', short: 'o' } },
    run: rewritePaper,
  },
]
