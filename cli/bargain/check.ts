/** `parley bargain check`: verifies an answer from its case and packages alone, without the solvers that found it. */
import { readFile } from 'node:fs/promises'
import { BargainingAnswer } from '#contract/bargaining-answer.ts'
import type { Answer } from '#domain/bargaining/answer.ts'
import { checkAnswer, type Finding } from '#domain/bargaining/check/answer.ts'
import { BadUsage, type Call, type Ending, print } from '../command.ts'
import { sentence } from '../input.ts'

const readAnswer = async (path: string): Promise<Answer> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BadUsage(`${path} cannot be read: ${error.code ?? 'unknown reason'}`)
  })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new BadUsage(`${path} is not JSON: ${(error as Error).message}`)
  }
  const answer = BargainingAnswer.safeParse(json)
  if (answer.success) return answer.data
  const [issue] = answer.error.issues
  throw new BadUsage(
    `${path} is not an answer: ${issue?.message ?? ''} at ${issue?.path.join('.') || 'the top'}`,
  )
}

const lineOf = ({ claim, verdict, why }: Finding): string =>
  `${claim}: ${verdict}${why === undefined ? '' : `. ${sentence({ code: why })}`}`

/** Checks every claim; ends with 1 where one is refuted. */
export const checkFile = async (call: Call): Promise<Ending> => {
  const [path] = call.positionals
  if (path === undefined) throw new BadUsage('say which answer to check: ANSWER.json')
  const findings = checkAnswer(await readAnswer(path))
  print(call, { findings }, findings.map(lineOf))
  return findings.some(({ verdict }) => verdict === 'refuted') ? 1 : 0
}
