/** `parley text`: compiles rival drafts, takes out what one side says, shows, compares and checks texts. */
import { type Command, jsonOption } from './command.ts'
import { checkLanguages } from './text/check.ts'
import { compareFiles } from './text/compare.ts'
import { compileDrafts } from './text/compile.ts'
import { showText, takeSide } from './text/show.ts'
import { verifyFile } from './text/verify.ts'

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
]
