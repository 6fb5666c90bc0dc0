/** Whatever somebody changes in a Word file comes back: exactly, in the right place, and nothing is lost. */
import { describe, expect, it } from 'vitest'
import { element, type XmlElement, type XmlNode } from '../xml.ts'
import { clauseMark } from './marks.ts'
import type { WordReturn } from './return.ts'
import {
  clauseRow,
  documentOf,
  type EditsOf,
  editedDocument,
  later,
  paragraph,
  row,
  runs,
  w,
} from './testing/marked-up.ts'
import { back, cellOf, type Wish, wished } from './testing/reading.ts'
import { bracket, clause, printedOf, textOf } from './testing/texts.ts'

const notify = clause('c1', ['The Parties shall notify each other.'], ['Стороны уведомляют друг друга.'])
const meet = clause('c2', ['They meet twice a year in Vienna.'], ['Они встречаются дважды в год в Вене.'])
const launch = clause(
  'c3',
  ['Each Party ', { bracket: 'b' }, ' announce every launch.'],
  ['Каждая Сторона ', { bracket: 'b' }, ' о каждом пуске.'],
  {
    brackets: bracket('b', {
      US: [['shall'], ['сообщает']],
      RU: [['should', ' promptly'], ['должна сообщать']],
    }),
  },
)
const text = textOf(notify, meet, launch)

describe('a Word file', () => {
  it('that nobody changed brings nothing', () => {
    const read = back(
      text,
      editedDocument(printedOf(text), () => []),
    )
    expect(read).toEqual({ proposals: [], unplaced: [], found: 3, of: 3 })
  })

  it('brings a change in both languages as one proposal on the words of the clause', () => {
    const edits = wished(text, [
      ['c1', 'en', 'shall', 'should'],
      ['c1', 'ru', 'уведомляют', 'должны уведомлять'],
    ])
    const { proposals, unplaced } = back(text, editedDocument(printedOf(text), edits))
    expect(unplaced).toEqual([])
    expect(proposals).toMatchObject([
      {
        target: {
          on: 'words',
          clause: 'c1',
          wording: 1,
          ranges: { en: { from: 12, to: 17 }, ru: { from: 8, to: 18 } },
        },
        passage: { en: ['should'], ru: ['должны уведомлять'] },
        stood: { en: ['shall'], ru: ['уведомляют'] },
        authors: ['A. Reader'],
        how: 'tracked',
      },
    ])
  })

  it('brings a change in one language with the other not yet translated', () => {
    const edits = wished(text, [['c2', 'en', 'twice', 'three times']])
    const [proposal] = back(text, editedDocument(printedOf(text), edits)).proposals
    expect(proposal?.passage).toEqual({ en: ['three times'], ru: null })
    expect(proposal?.target).toMatchObject({ ranges: { ru: { from: 0, to: 36 } } })
  })

  it('gives an edit inside an alternative to that alternative, and other words for all of it to the bracket', () => {
    const inside = wished(text, [['c3', 'en', 'promptly', 'at once']])
    expect(back(text, editedDocument(printedOf(text), inside)).proposals).toMatchObject([
      { target: { on: 'words', clause: 'c3', within: 'b-ru', ranges: { en: { from: 7, to: 15 } } } },
    ])
    const whole = wished(text, [['c3', 'en', 'shall', 'is to']])
    expect(back(text, editedDocument(printedOf(text), whole)).proposals).toMatchObject([
      { target: { on: 'bracket', clause: 'c3', bracket: 'b' }, passage: { en: ['is to'], ru: null } },
    ])
  })

  it('takes a further alternative typed into a bracket in both languages', () => {
    const edits = wished(text, [
      ['c3', 'en', ' promptly', ' promptly | will'],
      ['c3', 'ru', 'должна сообщать', 'должна сообщать | будет сообщать'],
    ])
    const typed: EditsOf = (id, language) =>
      edits(id, language).map(({ to, words }) => ({ from: to, to, words: words.slice(words.indexOf(' |')) }))
    const { proposals, unplaced } = back(text, editedDocument(printedOf(text), typed))
    expect(unplaced).toEqual([])
    expect(proposals).toMatchObject([
      { target: { on: 'bracket', bracket: 'b' }, passage: { en: ['will'], ru: ['будет сообщать'] } },
    ])
  })

  it('lists what nobody can propose: an alternative struck out, a bracket torn, a number written over', () => {
    const why = (...wishes: readonly Wish[]) => {
      const { proposals, unplaced } = back(text, editedDocument(printedOf(text), wished(text, wishes)))
      expect(proposals).toEqual([])
      return unplaced.map(({ why: reason, stood, words }) => [reason, stood, words])
    }
    expect(why(['c3', 'en', 'shall', ''])).toEqual([['alternative-removed', 'shall', '']])
    expect(why(['c3', 'en', '[US: shall | ', ''])).toEqual([['sign', '[US: shall | ', '']])
    expect(why(['c2', 'en', '2.', '5.'])).toEqual([['number', '2.', '5.']])
    expect(
      why(
        ['c3', 'en', '[US: shall | RU: should promptly]', 'must'],
        ['c3', 'ru', 'Каждая Сторона', 'Стороны'],
      ),
    ).toEqual([
      ['uneven', '…', 'must'],
      ['uneven', 'Каждая Сторона', 'Стороны'],
    ])
  })

  it('takes a whole bracket replaced in both languages', () => {
    const edits = wished(text, [
      ['c3', 'en', '[US: shall | RU: should promptly]', 'must'],
      ['c3', 'ru', '[США: сообщает | Россия: должна сообщать]', 'обязана сообщать'],
    ])
    expect(back(text, editedDocument(printedOf(text), edits)).proposals).toMatchObject([
      {
        target: { on: 'words', ranges: { en: { from: 11, to: 12 }, ru: { from: 15, to: 16 } } },
        passage: { en: ['must'], ru: ['обязана сообщать'] },
        stood: { en: [{ bracket: 'b' }] },
      },
    ])
  })

  it('proposes to delete a clause whose row is struck out', () => {
    const rows = ['c1', 'c2', 'c3'].map((id) => clauseRow(printedOf(text), id))
    const struck = (tr: XmlElement): XmlElement => ({
      ...tr,
      children: [w('trPr', {}, w('del', { author: 'B', date: later })), ...tr.children.slice(1)],
    })
    const { proposals, unplaced } = back(
      text,
      documentOf([rows[0], rows[1] && struck(rows[1]), rows[2]].flatMap((one) => one ?? [])),
    )
    expect(unplaced).toEqual([])
    expect(proposals).toMatchObject([
      {
        target: { on: 'words', clause: 'c2', ranges: { en: { from: 0, to: 33 } } },
        passage: { en: [], ru: [] },
      },
    ])
  })

  it('finds a row that was moved and edited, by its bookmark and by its words', () => {
    const printed = printedOf(text)
    const edits = wished(text, [['c1', 'en', 'shall', 'should']])
    const moved = (document: XmlElement) => {
      const { proposals, unplaced } = back(text, document)
      expect(proposals).toMatchObject([{ clause: 'c1', passage: { en: ['should'], ru: null } }])
      expect(unplaced.filter(({ why }) => why !== 'moved')).toEqual([])
      expect(unplaced).toHaveLength(1)
    }
    moved(documentOf([clauseRow(printed, 'c2'), clauseRow(printed, 'c3'), clauseRow(printed, 'c1', edits)]))
    const fresh = row(
      paragraph(null, [
        w('ins', { author: 'B', date: later }, ...runs('1.\tThe Parties should notify each other.')),
      ]),
      paragraph(null, [
        w('ins', { author: 'B', date: later }, ...runs('1.\tСтороны уведомляют друг друга.')),
      ]),
    )
    const gone = clauseRow(printed, 'c1', (id, language) => [
      { from: 0, to: cellOf(text, id, language).length, words: '' },
    ])
    moved(documentOf([gone, clauseRow(printed, 'c2'), clauseRow(printed, 'c3'), fresh]))
  })

  it('takes a row that was put in as a new clause in its place', () => {
    const printed = printedOf(text)
    const cell = (words: string) => paragraph(null, [w('ins', { author: 'B', date: later }, ...runs(words))])
    const fresh = row(cell('Inspections are free of charge.'), cell('Инспекции бесплатны.'))
    const { proposals } = back(
      text,
      documentOf([clauseRow(printed, 'c1'), fresh, clauseRow(printed, 'c2'), clauseRow(printed, 'c3')]),
    )
    const [first, second] = text.clauses
    expect(proposals).toMatchObject([
      {
        clause: null,
        target: { on: 'place', parent: null, kind: 'operative' },
        passage: { en: ['Inspections are free of charge.'], ru: ['Инспекции бесплатны.'] },
      },
    ])
    const order = proposals[0]?.target.on === 'place' ? proposals[0].target.order : ''
    expect(order > (first?.order ?? '') && order < (second?.order ?? '')).toBe(true)
  })

  it('finds words that were changed without being tracked, and a clause whose bookmark is gone', () => {
    const printed = printedOf(text)
    const plain = row(
      paragraph(null, runs('2.\tThey meet three times a year in Vienna.')),
      paragraph(
        clauseMark('c2', 1, 'ru', cellOf(text, 'c2', 'ru')),
        runs('2.\tОни встречаются дважды в год в Вене.'),
      ),
    )
    const { proposals, unplaced } = back(
      text,
      documentOf([clauseRow(printed, 'c1'), plain, clauseRow(printed, 'c3')]),
    )
    expect(unplaced).toEqual([])
    expect(proposals).toMatchObject([
      { clause: 'c2', how: 'compared', stood: { en: ['twice'] }, passage: { en: ['three times'], ru: null } },
    ])
  })

  it('carries tracked edits over to a later wording, and lists those whose words have changed since', () => {
    const edits = wished(text, [
      ['c2', 'en', 'twice', 'thrice'],
      ['c2', 'en', 'Vienna', 'Geneva'],
    ])
    const file = editedDocument(printedOf(text), edits)
    const later_ = textOf(
      notify,
      { ...meet, wording: 2, passage: { ...meet.passage, en: ['They shall meet twice a year in Bern.'] } },
      launch,
    )
    const { proposals, unplaced } = back(later_, file)
    expect(proposals).toMatchObject([
      { target: { wording: 2, ranges: { en: { from: 16, to: 21 } } }, passage: { en: ['thrice'] } },
    ])
    expect(unplaced).toMatchObject([{ why: 'changed-since', clause: 'c2', stood: 'Vienna', words: 'Geneva' }])
    const silently = row(
      paragraph(clauseMark('c2', 1, 'en', cellOf(text, 'c2', 'en')), runs('2.\tThey meet yearly in Vienna.')),
      paragraph(clauseMark('c2', 1, 'ru', cellOf(text, 'c2', 'ru')), runs(cellOf(text, 'c2', 'ru'))),
    )
    const printed = printedOf(text)
    const file_ = documentOf([clauseRow(printed, 'c1'), silently, clauseRow(printed, 'c3')])
    expect(back(later_, file_)).toMatchObject({
      proposals: [],
      unplaced: [
        { why: 'changed-since', language: 'en', words: '2.\tThey meet yearly in Vienna.'.replace('\t', ' ') },
      ],
    })
  })

  it('reads on across a paragraph that was divided, and says that it was', () => {
    const printed = printedOf(text)
    const mark = clauseMark('c1', 1, 'en', cellOf(text, 'c1', 'en'))
    const cell = w(
      'tc',
      {},
      paragraph(mark, runs('1.\tThe Parties shall')),
      paragraph(null, [w('r', {}, w('t', {}, { kind: 'text', text: ' notify each other.' }))]),
    )
    const ru = w(
      'tc',
      {},
      paragraph(
        clauseMark('c1', 1, 'ru', cellOf(text, 'c1', 'ru')),
        runs('1.\tСтороны уведомляют друг друга.'),
      ),
    )
    const { proposals, unplaced } = back(
      text,
      documentOf([w('tr', {}, cell, ru), clauseRow(printed, 'c2'), clauseRow(printed, 'c3')]),
    )
    expect(proposals).toEqual([])
    expect(unplaced).toMatchObject([{ why: 'split', clause: 'c1', words: 'notify each other.' }])
  })

  it('tells two clauses apart that somebody has joined in one paragraph', () => {
    const printed = printedOf(text)
    const marked = (id: string, language: string, words: string) => [
      w('bookmarkStart', { id: '1', name: clauseMark(id, 1, language, cellOf(text, id, language)) }),
      ...runs(words),
      w('bookmarkEnd', { id: '1' }),
    ]
    const joined = row(
      paragraph(null, [
        ...marked('c1', 'en', cellOf(text, 'c1', 'en')),
        ...marked('c2', 'en', '2.\tThey meet thrice a year in Vienna.'),
      ]),
      paragraph(null, [
        ...marked('c1', 'ru', cellOf(text, 'c1', 'ru')),
        ...marked('c2', 'ru', cellOf(text, 'c2', 'ru')),
      ]),
    )
    const { proposals, unplaced } = back(text, documentOf([joined, clauseRow(printed, 'c3')]))
    expect(unplaced).toEqual([])
    expect(proposals).toMatchObject([{ clause: 'c2', passage: { en: ['thrice'], ru: null } }])
  })

  it('reads words that Word marks as moved like words taken out here and put in there', () => {
    const printed = printedOf(text)
    const by = { author: 'B', date: later }
    const mark = clauseMark('c2', 1, 'en', cellOf(text, 'c2', 'en'))
    const en = paragraph(mark, [
      ...runs('2.\tThey meet '),
      w('moveFrom', by, ...runs('twice a year ', true)),
      ...runs('in Vienna'),
      w('moveTo', by, ...runs(' twice a year')),
      ...runs('.'),
    ])
    const ru = paragraph(clauseMark('c2', 1, 'ru', cellOf(text, 'c2', 'ru')), runs(cellOf(text, 'c2', 'ru')))
    const moved = documentOf([clauseRow(printed, 'c1'), row(en, ru), clauseRow(printed, 'c3')])
    const { proposals, unplaced } = back(text, moved)
    expect(unplaced).toEqual([])
    expect(proposals).toMatchObject([
      { stood: { en: ['twice a year in Vienna'] }, passage: { en: ['in Vienna twice a year'] } },
    ])
  })

  it('takes nothing for a proposal when somebody accepted or rejected all that Parley had marked', () => {
    const standing = textOf(
      clause('c1', ['Notice of ', { bracket: 'd' }, '.'], ['За ', { bracket: 'd' }, '.'], {
        brackets: bracket('d', { stood: [['a day'], ['день']], US: [['a week'], ['неделю']] }),
      }),
    )
    const settled = (gone: string, kept: string) => {
      const without = (node: XmlElement): readonly XmlNode[] => {
        const children = node.children.flatMap((child): readonly XmlNode[] =>
          child.kind === 'element' ? without(child) : [child],
        )
        if (node.name === gone) return []
        return node.name === kept ? children : [{ ...node, children }]
      }
      const [document] = without(editedDocument(printedOf(standing), () => []))
      return document?.kind === 'element' ? back(standing, document) : null
    }
    const listed = (read: WordReturn | null) => read?.unplaced.map(({ why, stood }) => [why, stood])
    for (const [gone, kept, words] of [
      ['del', 'ins', ['a day', 'день']],
      ['ins', 'del', ['a week', 'неделю']],
    ] as const) {
      const read = settled(gone, kept)
      expect(read?.proposals).toEqual([])
      expect(listed(read)).toEqual(words.map((stood) => ['alternative-removed', stood]))
    }
  })

  it('makes comments the words of a reason, or lists them', () => {
    const comments = element('comments', {}, [
      w('comment', { id: '4', author: 'B' }, w('p', {}, ...runs('Too weak.'))),
      w('comment', { id: '5', author: 'B' }, w('p', {}, ...runs('Where?'))),
      w('comment', { id: '6', author: 'B' }, w('p', {}, ...runs('Of nothing.'))),
    ])
    const commented = (tr: XmlElement, id: string): XmlElement => {
      const inFirst = (node: XmlElement): XmlElement =>
        node.name === 'p'
          ? { ...node, children: [...node.children, w('r', {}, w('commentReference', { id }))] }
          : {
              ...node,
              children: node.children.map((child) => (child.kind === 'element' ? inFirst(child) : child)),
            }
      return inFirst(tr)
    }
    const printed = printedOf(text)
    const edits = wished(text, [['c1', 'en', 'shall', 'must']])
    const document = documentOf([
      commented(clauseRow(printed, 'c1', edits), '4'),
      commented(clauseRow(printed, 'c2'), '5'),
      clauseRow(printed, 'c3'),
    ])
    const { proposals, unplaced } = back(text, document, comments)
    expect(proposals).toMatchObject([{ clause: 'c1', comments: ['Too weak.'] }])
    expect(unplaced.map(({ why, clause: on, words }) => [why, on, words])).toEqual([
      ['comment', 'c2', 'Where?'],
      ['comment', null, 'Of nothing.'],
    ])
  })

  it('lists words in no clause, and says when a clause is not in the file', () => {
    const printed = printedOf(text)
    const stray = w('p', {}, ...runs('A word from the capital.'))
    const document = documentOf([clauseRow(printed, 'c1'), clauseRow(printed, 'c3'), stray])
    expect(back(text, document).unplaced.map(({ why, clause: on, words }) => [why, on, words])).toEqual([
      ['absent', 'c2', ''],
      ['new-words', null, 'A word from the capital.'],
    ])
    expect(back(text, documentOf([stray])).found).toBe(0)
  })
})
