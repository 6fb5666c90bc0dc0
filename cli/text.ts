/** `parley text`: compiles rival drafts, takes out what one side says, shows, compares and checks texts. */
import { type Command, jsonOption } from './command.ts'
import { checkLanguages } from './text/check.ts'
import { compareFiles } from './text/compare.ts'
import { compileDrafts } from './text/compile.ts'
import { exportText, rewritePaper } from './text/export.ts'
import { readTyped, showBrackets } from './text/notation.ts'
import { pdfOfText } from './text/pdf.ts'
import { showText, takeSide } from './text/show.ts'
import { verifyFile } from './text/verify.ts'
import { readWord, writeWord } from './text/word.ts'

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
    name: 'text verify',
    words: 1,
    usage: 'VERSION.json [--hash HEX] [--key LOG-KEY] [--json]',
    summary: 'check a version taken home: its words, its hash, every initial and signature',
    options: { hash: { type: 'string' }, key: { type: 'string' }, ...jsonOption },
    run: verifyFile,
  },
  {
    name: 'text check',
    words: 2,
    usage: 'EN.xml RU.xml | TEXT.json | --pairs FILE.jsonl[.gz] [--known KNOWN.json] [--lang ru] [--json]',
    summary: 'say where the English and the Russian do not say the same, with both passages',
    options: {
      pairs: { type: 'string' },
      known: { type: 'string' },
      lang: { type: 'string' },
      ...jsonOption,
    },
    run: checkLanguages,
  },
  {
    name: 'text word',
    words: 1,
    usage: 'TEXT.json -o OUT.docx [--alternat US]',
    summary: 'write a text as a Word file, alternatives as tracked changes by their sponsors',
    options: { output: { type: 'string', short: 'o' }, alternat: { type: 'string' } },
    run: writeWord,
  },
  {
    name: 'text word-read',
    words: 2,
    usage: 'TEXT.json FILE.docx [--json]',
    summary: 'say what somebody changed in a Word file of a text, as proposals, and what cannot be placed',
    options: { ...jsonOption },
    run: readWord,
  },
  {
    name: 'text pdf',
    words: 1,
    usage: 'TEXT.json -o OUT.pdf [--as clean|bracketed|alternat] [--first US] [--copy 3/12 --for "..."]',
    summary: 'set a text as a PDF: with brackets, without, or as the original of one side',
    options: {
      output: { type: 'string', short: 'o' },
      as: { type: 'string' },
      first: { type: 'string' },
      copy: { type: 'string' },
      for: { type: 'string' },
    },
    run: pdfOfText,
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
