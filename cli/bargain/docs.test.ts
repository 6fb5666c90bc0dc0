/** What the page on formats shows is what is read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readConstraints } from '#domain/bargaining/formats/rules.ts'
import { readTable } from '#domain/bargaining/formats/table.ts'
import { readKeyed } from './keyed.ts'
import { problemOf } from './testing/cases.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/bargaining-formats.md'), 'utf8')
const [shown = ''] = /^\| issue \| option[\s\S]*?(?=\n\n)/m.exec(page) ?? []
const [, rules = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? []

it('reads the table and the constraints of the page', () => {
  const rows = shown
    .split('\n')
    .filter((line) => !/^\| -/.test(line))
    .map((line, i) =>
      line
        .split('|')
        .slice(1, -1)
        .map((text, j) => ({ text, at: { file: 'page', line: i + 1, column: j + 1 } })),
    )
  const case_ = readTable(rows, 'page')
  if (!case_.ok) throw new Error(JSON.stringify(case_.refusal))
  const [us, rf] = case_.value.worths
  expect([us?.reservation, rf?.redLines, us?.issues.Zone?.weight]).toEqual([
    '20',
    [{ issue: 'Zone', option: '10 km' }],
    '2',
  ])
  const tree = readKeyed('page', rules)
  const found = tree.ok ? readConstraints(tree.value, case_.value.agenda) : tree
  if (!found.ok) throw new Error(JSON.stringify(found.refusal))
  expect(found.value.map(({ never }) => Object.keys(never))).toEqual([
    ['Zone', 'Months'],
    ['Zone', 'Months'],
    ['Zone', 'Months'],
  ])
  problemOf({ ...case_.value, agenda: { ...case_.value.agenda, constraints: found.value } })
})
