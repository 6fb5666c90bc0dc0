/** Words with the places of their marks written as `{1}`, `{2}`: for typing a translation around them. */
import { type Content, normalContent } from '#domain/text/content.ts'

/** The words, with a number in braces for each mark, in order. */
export const markedWords = (content: Content): string => {
  let n = 0
  return content
    .map((piece) => {
      if (typeof piece === 'string') return piece
      n += 1
      return `{${n}}`
    })
    .join('')
}

/** What was typed, with its numbers in braces as the marks they stand for; null while one is missing or stands twice. */
export const typedContent = (typed: string, beside: Content): Content | null => {
  const marks = beside.filter((piece) => typeof piece !== 'string')
  const words = typed.replace(/\s+/gu, ' ').trim().normalize('NFC')
  if (words === '') return null
  const used: number[] = []
  const content = words.split(/(\{\d{1,4}\})/u).map((part) => {
    const n = /^\{(\d+)\}$/u.exec(part)?.[1]
    const mark = n === undefined ? undefined : marks[Number(n) - 1]
    if (mark === undefined) return part
    used.push(Number(n))
    return mark
  })
  const whole = used.length === marks.length && new Set(used).size === used.length
  return whole ? normalContent(content) : null
}
