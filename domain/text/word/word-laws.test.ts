/** Laws of reading Word files: for any text, any edits, any damage. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Content, replaceRange } from '../content.ts'
import { addAlternative, openBracket } from '../drafting.ts'
import type { Text } from '../text.ts'
import type { XmlNode } from '../xml.ts'
import { cellText, wordCell } from './cell.ts'
import { type Edit, trackedEdits, withEdits } from './edits.ts'
import { readWordParts } from './read.ts'
import type { WordProposal } from './return.ts'
import { type EditsOf, editedDocument } from './testing/marked-up.ts'
import { back, cellOf } from './testing/reading.ts'
import { bracket, clause, printedOf, textOf } from './testing/texts.ts'

const word = fc.constantFrom(
  'shall',
  'should',
  'notify',
  'the',
  '24',
  ',',
  'не',
  'Стороны',
  'ё',
  '𝔘',
  'e\u0301',
  ' ',
)
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' ').normalize('NFC'))
const content = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: words },
    fc.constantFrom<Content[0]>({ placeholder: 'XX' }, { term: 'party', words: 'Party' }),
  ),
  { minLength: 1, maxLength: 4 },
)
const alternatives = fc.record({ US: fc.tuple(content, content), RU: fc.tuple(content, content) })
const arbitraryClause = fc.tuple(content, content, fc.option(alternatives), content, content).map(
  ([en, ru, inside, enAfter, ruAfter]) =>
    (id: string) =>
      inside
        ? clause(id, [...en, { bracket: `${id}b` }, ...enAfter], [...ru, { bracket: `${id}b` }, ...ruAfter], {
            brackets: bracket(`${id}b`, inside),
          })
        : clause(id, en, ru),
)
const arbitraryText = fc
  .array(arbitraryClause, { minLength: 1, maxLength: 4 })
  .map((made) => textOf(...made.map((make, i) => make(`c${i}`))))

/** Edits at random places, in order and apart. */
const arbitraryEdits = fc.array(fc.tuple(fc.nat(400), fc.nat(12), words), { maxLength: 3 })
const editsIn = (length: number, wishes: readonly (readonly [number, number, string])[]): readonly Edit[] => {
  const edits: Edit[] = []
  for (const [at, width, put] of wishes.toSorted((one, other) => one[0] - other[0])) {
    const from = Math.max((edits.at(-1)?.to ?? -1) + 1, at % (length + 1))
    if (from <= length) edits.push({ from, to: Math.min(length, from + width), words: put })
  }
  return edits
}
/** No edit begins or ends inside one of two units. */
const whole = (printed: string, { from, to, words: put }: Edit): Edit => {
  const cuts = (at: number) => /[\uDC00-\uDFFF]/.test(printed.charAt(at))
  return { from: cuts(from) ? from - 1 : from, to: cuts(to) ? to + 1 : to, words: put }
}

const editable = (of: Text, seed: readonly (readonly (readonly [number, number, string])[])[]): EditsOf => {
  const printed = printedOf(of)
  const made = new Map<string, readonly Edit[]>()
  for (const [i, { clause: id, cells }] of printed.rows.entries())
    for (const [j, language] of printed.languages.entries()) {
      const cell = cellText(wordCell(printed, cells[language] ?? { number: null, runs: null }, language))
      const edits = editsIn(cell.length, seed[2 * i + j] ?? []).map((edit) => whole(cell, edit))
      made.set(
        `${id}/${language}`,
        edits.filter((edit, n) => edit.from > (edits[n - 1]?.to ?? -1)),
      )
    }
  return (id, language) => made.get(`${id}/${language}`) ?? []
}

const spaced = (said: string): string => said.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** The words of a content without brackets, as a cell prints them. */
const plain = (of: Content | null): string =>
  (of ?? [])
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : 'placeholder' in piece
          ? `[${piece.placeholder}]`
          : 'term' in piece
            ? piece.words
            : '',
    )
    .join('')

/** What comes of entering a proposal in the clause it is on. */
const entered = (of: Text, { target, passage }: WordProposal) => {
  const on = of.clauses.find(({ id }) => target.on !== 'place' && id === target.clause)
  const alternative = { id: 'fresh', passage, sponsors: ['US'] }
  if (!on || target.on === 'place') return { ok: true }
  const { ok, ...rest } =
    target.on === 'bracket'
      ? addAlternative(on, target.bracket, alternative)
      : openBracket(on, { ...target, bracket: 'new', stood: 'stood-new', alternative })
  return ok ? { ok } : rest
}

describe('for any text and any tracked edits', () => {
  const seeds = fc.array(arbitraryEdits, { maxLength: 8 })

  it('accepting all changes in the file says what the text says with the proposals applied', () => {
    const open = fc
      .array(fc.tuple(content, content), { minLength: 1, maxLength: 3 })
      .map((all) => textOf(...all.map(([en, ru], i) => clause(`c${i}`, en, ru, { kind: 'preambular' }))))
    fc.assert(
      fc.property(open, seeds, (of, seed) => {
        const edits = editable(of, seed)
        const { proposals, unplaced } = back(of, editedDocument(printedOf(of), edits))
        expect(unplaced).toEqual([])
        for (const { id, passage } of of.clauses)
          for (const language of ['en', 'ru']) {
            const accepted = withEdits(cellOf(of, id, language), edits(id, language))
            const made = proposals.reduce((now, proposal) => {
              const { target } = proposal
              const put = proposal.passage[language]
              const range = target.on === 'words' && target.clause === id ? target.ranges[language] : null
              return put && range ? replaceRange(now, range, put) : now
            }, passage[language] ?? [])
            expect(spaced(plain(made))).toBe(spaced(accepted))
          }
      }),
      { numRuns: 400 },
    )
  })

  it('loses nothing: every word put in is in a proposal or in the list', () => {
    const said = fc.array(
      fc.array(
        fc.tuple(
          fc.nat(400),
          fc.nat(12),
          fc.nat(999).map((n) => ` zq${n}zq `),
        ),
        { maxLength: 3 },
      ),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(arbitraryText, said, (of, seed) => {
        const edits = editable(of, seed)
        const read = JSON.stringify(back(of, editedDocument(printedOf(of), edits)))
        for (const { id } of of.clauses)
          for (const language of ['en', 'ru'])
            for (const edit of edits(id, language)) expect(read).toContain(edit.words.trim())
      }),
      { numRuns: 400 },
    )
  })

  it('reads exactly the edits that were marked', () => {
    fc.assert(
      fc.property(arbitraryText, seeds, (of, seed) => {
        const edits = editable(of, seed)
        const { blocks } = readWordParts({ document: editedDocument(printedOf(of), edits) })
        const cells = blocks.flatMap((block) => (block.kind === 'row' ? block.row.cells : []))
        const wanted = of.clauses.flatMap(({ id }) => ['en', 'ru'].map((language) => edits(id, language)))
        expect(cells.map((paragraphs) => trackedEdits(paragraphs.flatMap(({ pieces }) => pieces)))).toEqual(
          wanted,
        )
      }),
      { numRuns: 300 },
    )
  })

  it('proposes only what the clause as it is can take', () => {
    fc.assert(
      fc.property(arbitraryText, seeds, (of, seed) => {
        for (const proposal of back(of, editedDocument(printedOf(of), editable(of, seed))).proposals)
          expect(entered(of, proposal)).toEqual({ ok: true })
      }),
      { numRuns: 200 },
    )
  })
})

const mutated = (node: XmlNode, chance: () => number): readonly XmlNode[] => {
  const roll = chance()
  if (node.kind === 'text') return roll < 5 ? [{ ...node, text: node.text.slice(1) }] : [node]
  if (roll < 4) return []
  if (roll < 8) return [node, node]
  if (roll < 12) return node.children
  const names = [
    'ins',
    'del',
    'moveFrom',
    'moveTo',
    'p',
    'tc',
    'tr',
    'tbl',
    'r',
    't',
    'bookmarkStart',
    'sdt',
    'sym',
  ]
  const name = roll < 18 ? (names[chance() % names.length] ?? 'p') : node.name
  return [{ ...node, name, children: node.children.flatMap((child) => mutated(child, chance)) }]
}

describe('a Word file that is damaged in any way', () => {
  it('is read without a fault', () => {
    fc.assert(
      fc.property(arbitraryText, fc.array(fc.nat(199), { minLength: 1, maxLength: 60 }), (of, rolls) => {
        let n = 0
        const chance = () => rolls[n++ % rolls.length] ?? 0
        const [root] = mutated(
          editedDocument(printedOf(of), () => []),
          chance,
        )
        if (root?.kind === 'element') back(of, root)
      }),
      { numRuns: 600 },
    )
  })
})
