import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAkoma } from './akoma.ts'
import type { DocumentReading, PrintedClause } from './reading.ts'
import { element, text, textOf, type XmlElement, type XmlNode } from './xml.ts'

type Part = XmlNode | string
const e = (name: string, ...parts: readonly (Part | Record<string, string>)[]): XmlElement => {
  const [first, ...rest] = parts
  const named = typeof first === 'object' && !('kind' in first)
  const children = (named ? rest : parts).map((part) =>
    typeof part === 'string' ? text(part) : (part as XmlNode),
  )
  return element(name, named ? (first as Record<string, string>) : {}, children)
}
const p = (...parts: readonly Part[]): XmlElement => e('p', ...parts)
const note = (marker: string, words: string): XmlElement => e('authorialNote', { marker }, p(words))
const paragraph = (id: string, number: string | null, ...parts: readonly Part[]): XmlElement =>
  e(
    'paragraph',
    { eId: id },
    ...(number === null ? [] : [e('num', number)]),
    e('content', { eId: `${id}__c` }, p(...parts)),
  )
const paper = (...parts: readonly XmlElement[]): XmlElement => e('akomaNtoso', e('statement', ...parts))
const language = (code: string): XmlElement =>
  e('meta', e('identification', e('FRBRExpression', e('FRBRlanguage', { language: code }))))

const read = (root: XmlElement): DocumentReading => {
  const reading = readAkoma(root)
  if (!reading.ok) throw new Error(reading.refusal.code)
  return reading.value
}
const line = ({ kind, level, number, words }: PrintedClause): string =>
  `${kind} ${level} ${number ?? '-'} ${words}`
const lines = (root: XmlElement): readonly string[] => read(root).clauses.map(line)

describe('the head of a paper', () => {
  it.each([
    ['eng', 'en'],
    ['rus', 'ru'],
    ['fra', 'fr'],
    ['fre', 'fr'],
    ['tgk', 'tgk'],
    ['ru', 'ru'],
    ['und', null],
    ['', null],
  ])('language %s is %s', (code, tag) => {
    expect(read(paper(language(code))).language).toBe(tag)
  })

  it('takes symbol, title and sponsors of a draft', () => {
    const { symbol, title, sponsors, clauses } = read(
      paper(
        e(
          'coverPage',
          p(e('docNumber', { refersTo: '#symbol' }, 'S/2030/7')),
          p(e('docStatus', 'Distr.: General')),
        ),
        e(
          'preface',
          p(
            e(
              'docTitle',
              { refersTo: 'sponsors' },
              '\t\tAmber, Bosnia and Herzegovina and Cedar: draft resolution',
            ),
          ),
        ),
      ),
    )
    expect({ symbol, title, sponsors }).toEqual({
      symbol: 'S/2030/7',
      title: 'draft resolution',
      sponsors: ['Amber', 'Bosnia and Herzegovina', 'Cedar'],
    })
    expect(clauses.map((clause) => clause.kind)).toEqual(['cover', 'cover', 'title'])
  })

  it('prefers the subject to the number, and has no title where the file has none', () => {
    const cover = e('coverPage', p(e('docTitle', { refersTo: '#resolutionNumber' }, 'Resolution 9')))
    const preface = e(
      'preface',
      p(e('docNumber', '9.'), '\n ', e('docTitle', { refersTo: '#resolutionTitle' }, 'Wells')),
    )
    expect(read(paper(cover, preface)).title).toBe('Wells')
    expect(lines(paper(cover, preface))).toEqual(['title 0 - Resolution 9', 'title 0 - 9. Wells'])
    expect(read(paper(cover)).title).toBe('Resolution 9')
    expect(read(paper(e('coverPage', p(e('docTitle', { refersTo: '#resolutionNumber' }))))).title).toBeNull()
  })

  it('refuses another document', () => {
    expect(readAkoma(element('html'))).toEqual({
      ok: false,
      refusal: { code: 'paper.not-akoma', facts: { found: 'html' } },
    })
  })
})

describe('clauses', () => {
  it('are of the kinds a drafter knows, with the numbers as printed', () => {
    const point = (number: string, ...parts: readonly Part[]) =>
      e('point', e('num', number), e('content', p(...parts)))
    expect(
      lines(
        paper(
          e(
            'preamble',
            e('formula', p(e('span', 'The Council'), ',')),
            e('container', p('\t', e('i', 'Recalling'), ' it,')),
          ),
          e(
            'mainBody',
            e('paragraph', e('subheading', 'Truce')),
            paragraph('a', '1.', '\t', e('span', 'Deci'), 'des to wait;'),
            e(
              'paragraph',
              e('num', '2.'),
              e(
                'list',
                e('intro', p('Calls upon all:')),
                e('point', e('num', '(a)'), e('list', e('intro', p('to stop')), point('(i)', 'at once;'))),
                point('(b)', 'to talk;'),
                e('wrapUp', p('and decides so.')),
              ),
            ),
          ),
          e('conclusions', p(e('inline', '4th meeting'), e('eol'), e('docDate', '1 May'))),
        ),
      ),
    ).toEqual([
      'preambular 0 - The Council,',
      'preambular 0 - Recalling it,',
      'heading 1 - Truce',
      'operative 0 1. Decides to wait;',
      'operative 0 2. Calls upon all:',
      'sub-paragraph 1 (a) to stop',
      'sub-paragraph 2 (i) at once;',
      'sub-paragraph 1 (b) to talk;',
      'operative 0 - and decides so.',
      'other 0 - 4th meeting 1 May',
    ])
  })

  it('know a number that was typed and set off with a tab, and leave an ordinary beginning alone', () => {
    expect(
      lines(
        paper(
          e(
            'mainBody',
            paragraph('a', '1.', '\tAsks:'),
            paragraph('b', null, '\th)\tone;'),
            paragraph('c', null, '\ti)\ttwo:'),
            paragraph('d', null, '\tii)\tthree;'),
            paragraph('e', null, '\t–\tfour.'),
            paragraph('f', null, 'a) not set off'),
            paragraph('g', 'A.W.', ' Person'),
          ),
        ),
      ),
    ).toEqual([
      'operative 0 1. Asks:',
      'sub-paragraph 1 h) one;',
      'sub-paragraph 1 i) two:',
      'sub-paragraph 2 ii) three;',
      'sub-paragraph 1 – four.',
      'operative 0 - a) not set off',
      'operative 0 - A.W. Person',
    ])
  })

  it('count annexes, in an attachment or after a heading in the text', () => {
    const heading = (words: string) => e('paragraph', { class: 'H1' }, e('heading', words))
    const body = (...parts: readonly XmlElement[]) => e('mainBody', ...parts)
    const annexes = (root: XmlElement) =>
      read(root).clauses.map(({ kind, annex }) => `${kind} ${annex ?? '-'}`)
    const inText = paper(
      body(paragraph('a', '1.', 'Adopts;'), heading('ANNEX 1 - Plan'), paragraph('b', '1.', 'Stop.')),
    )
    expect(annexes(inText)).toEqual(['operative -', 'heading 1', 'annex 1'])
    const attached = paper(
      body(paragraph('a', '1.', 'Adopts the annexes;'), heading('Annexation of territory')),
      e(
        'attachments',
        e(
          'attachment',
          e(
            'doc',
            body(
              heading('Приложение I'),
              heading('План'),
              paragraph('b', '1.', 'Да.'),
              heading('Приложение II'),
            ),
          ),
        ),
        e('attachment', e('doc', body(paragraph('c', null, 'Third.')))),
      ),
    )
    expect(annexes(attached)).toEqual([
      'operative -',
      'heading -',
      'heading 1',
      'heading 1',
      'annex 1',
      'heading 2',
      'annex 3',
    ])
  })

  it('keep footnotes apart, and the sentence whole', () => {
    const [clause] = read(
      paper(
        e(
          'preamble',
          e('container', p('Recalling resolution 5', note('1', ' See A/5. '), ', and', note('*', 'Idem.'))),
        ),
      ),
    ).clauses
    expect(clause?.words).toBe('Recalling resolution 5, and')
    expect(clause?.footnotes).toEqual([
      { at: 22, mark: '1', words: 'See A/5.' },
      { at: 27, mark: '*', words: 'Idem.' },
    ])
  })

  it('part words that the markup ran together, and never split one that it only emphasised', () => {
    expect(lines(paper(e('coverPage', p('on', e('docDate', '24 May'), ', at'))))).toEqual([
      'cover 0 - on 24 May, at',
    ])
    expect(lines(paper(e('preamble', e('container', p(e('i', 'подчеркивае'), 'т')))))).toEqual([
      'preambular 0 - подчеркивает',
    ])
  })

  it('lose no words that stand where the schema has none, in tables, quoted structures or bare numbers', () => {
    expect(
      lines(
        paper(
          e(
            'mainBody',
            'stray',
            e('table', e('tr', e('td', p('left')), e('td', p('right')))),
            e('paragraph', e('num', '7.')),
            p(
              'before ',
              e('mod', e('quotedStructure', e('article', e('num', 'Article 3'), e('heading', 'Truce')))),
              ' after',
            ),
          ),
        ),
      ),
    ).toEqual([
      'other 0 - stray',
      'other 0 - left right',
      'operative 0 7. ',
      'other 0 - before',
      'heading 0 Article 3 Truce',
      'other 0 - after',
    ])
  })
})

const inlineNames = fc.constantFrom('span', 'i', 'a', 'docDate', 'ref')
const blockNames = fc.constantFrom(
  'p',
  'paragraph',
  'content',
  'list',
  'point',
  'num',
  'heading',
  'container',
  'table',
  'tr',
  'td',
  'unknown',
  'attachment',
  'mainBody',
  'preamble',
  'coverPage',
  'preface',
  'quotedStructure',
  'authorialNote',
)
const { anything } = fc.letrec<{ anything: XmlNode }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom('\t', '\n  ', 'alpha', ' beta ', 'gamma,', '12.', 'a)', '–', 'A.B.', 'Annex I').map(text),
    fc
      .tuple(fc.oneof(inlineNames, blockNames), fc.array(tie('anything'), { maxLength: 4 }))
      .map(([name, children]) => element(name, {}, children)),
  ),
}))
const anyPaper = fc
  .array(anything, { maxLength: 6 })
  .map((children) => element('akomaNtoso', {}, [element('doc', {}, children)]))
const letters = (characters: string): string => [...characters.replace(/\s/gu, '')].toSorted().join('')

describe('laws', () => {
  it('nothing is lost and nothing doubled: numbers, words and footnotes are the characters of the paper', () => {
    fc.assert(
      fc.property(anyPaper, (root) => {
        const { clauses } = read(root)
        const all = clauses
          .map((c) => [c.number, c.words, ...c.footnotes.map((f) => f.words)].join(' '))
          .join(' ')
        expect(letters(all)).toBe(letters(textOf(root)))
      }),
      { numRuns: 2000 },
    )
  })

  it('order is kept: without footnotes, the clauses one after the other are the paper', () => {
    const without = (node: XmlNode): boolean =>
      node.kind === 'text' || (node.name !== 'authorialNote' && node.children.every(without))
    fc.assert(
      fc.property(anyPaper.filter(without), (root) => {
        const all = read(root)
          .clauses.map((c) => `${c.number ?? ''}${c.words}`)
          .join('')
        expect(all.replace(/\s/gu, '')).toBe(textOf(root).replace(/\s/gu, ''))
      }),
      { numRuns: 2000 },
    )
  })

  it('keys are unique', () => {
    fc.assert(
      fc.property(anyPaper, (root) => {
        const keys = read(root).clauses.map((clause) => clause.key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})
