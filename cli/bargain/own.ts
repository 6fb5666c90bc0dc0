/** Reads a case in our own JSON, and says where it is not one. */
import { BargainingFile } from '#contract/bargaining-file.ts'
import { optionsOf, type Together } from '#domain/bargaining/agenda.ts'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import { broken, missing, reading, unknown } from '#domain/bargaining/formats/misread.ts'
import { fieldOf, type Placed, placeOf, plainOf } from '#domain/bargaining/formats/placed.ts'
import type { Outcome } from '#domain/outcome.ts'

/** Whether keys are those of a case of our own. */
export const isOwn = (node: Placed): boolean =>
  fieldOf(node, 'agenda') !== undefined && fieldOf(node, 'worths') !== undefined

type Path = readonly (string | number)[]

/** Every place of a case that names options of issues, and the path to it. */
function* naming({ agenda, worths }: BargainingCase): Generator<readonly [Path, Together]> {
  for (const [i, { never }] of agenda.constraints.entries())
    yield [['agenda', 'constraints', i, 'never'], never]
  for (const [w, worth] of worths.entries()) {
    const path = ['worths', w] as const
    for (const [issue, { options = {} }] of Object.entries(worth.issues))
      yield [[...path, 'issues'], { [issue]: Object.keys(options) }]
    for (const [i, each] of worth.interdependence.entries())
      yield [[...path, 'interdependence', i, 'together'], each.together]
    for (const [i, each] of worth.constraints.entries()) yield [[...path, 'constraints', i], each]
    for (const [i, { issue, option }] of worth.redLines.entries())
      yield [[...path, 'redLines', i], { [issue]: [option] }]
    for (const [issue, option] of Object.entries(worth.batna ?? {}))
      yield [[...path, 'batna'], { [issue]: [option] }]
  }
}

const checkNames = (node: Placed, case_: BargainingCase): void => {
  const options = new Map(case_.agenda.issues.map((issue) => [issue.id, new Set(optionsOf(issue))]))
  for (const [path, together] of naming(case_))
    for (const [issue, named] of Object.entries(together)) {
      const known = options.get(issue)
      const at = placeOf(node, [...path, issue])
      if (!known) throw unknown(at, issue)
      for (const option of named) if (!known.has(option)) throw unknown(at, `${issue}: ${option}`)
    }
}

/** A case as the schema has it, and every issue and option that worth speaks of is there. */
export const readOwn = (node: Placed): Outcome<BargainingCase> =>
  reading(() => {
    const found = BargainingFile.safeParse(plainOf(node))
    if (!found.success) {
      const [issue] = found.error.issues
      const path = issue?.path ?? []
      if (issue?.code === 'invalid_type' && /received undefined$/.test(issue.message))
        throw missing(placeOf(node, path), path.join('.'))
      const reason = `${path.join('.')}: ${issue?.message ?? ''}`
      throw broken(placeOf(node, path), reason)
    }
    const { $schema: _, ...case_ } = found.data
    checkNames(node, case_)
    return case_
  })

/** A case as a file of our own. */
export const writeOwn = (case_: BargainingCase): string => `${JSON.stringify(case_, null, 2)}\n`
