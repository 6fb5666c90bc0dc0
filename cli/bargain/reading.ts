/** Reads a case from a file or a folder, whatever of the known formats it is in. */
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Agenda, Constraint } from '#domain/bargaining/agenda.ts'
import type { BargainingCase } from '#domain/bargaining/case.ts'
import type { GeniusDocument } from '#domain/bargaining/formats/genius/document.ts'
import { readGenius } from '#domain/bargaining/formats/genius/read.ts'
import { isGeniusWeb, readGeniusWeb } from '#domain/bargaining/formats/geniusweb.ts'
import { inFileOrder } from '#domain/bargaining/formats/names.ts'
import { isNegmas, readNegmas } from '#domain/bargaining/formats/negmas.ts'
import type { Placed } from '#domain/bargaining/formats/placed.ts'
import { isPlainTable, readPlainTable } from '#domain/bargaining/formats/plain.ts'
import { readConstraints } from '#domain/bargaining/formats/rules.ts'
import { readTable } from '#domain/bargaining/formats/table.ts'
import type { Outcome } from '#domain/outcome.ts'
import { BadUsage } from '../command.ts'
import { sentence } from '../input.ts'
import { readKeyed } from './keyed.ts'
import { charactersOf, looksLikeGenius, readMarkup } from './markup.ts'
import { isOwn, readOwn } from './own.ts'
import { readCsv } from './sheet.ts'
import { readXlsx } from './workbook.ts'

/** The largest file that is read, in bytes. */
const largest = 64 * 1024 * 1024
const mostFiles = 500

/** The value of an outcome; a refusal becomes bad usage that begins with file, line and column. */
export const orBadUsage = <T>(outcome: Outcome<T>, file: string): T => {
  if (outcome.ok) return outcome.value
  const { facts = {} } = outcome.refusal
  const place = facts.line === undefined ? '' : `:${facts.line}:${facts.column ?? 1}`
  throw new BadUsage(`${facts.file ?? file}${place}: ${sentence(outcome.refusal)}`)
}

const bytesOf = async (file: string): Promise<Buffer> => {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new BadUsage(`${file} cannot be read: ${error.code ?? 'unknown reason'}`)
  })
  try {
    const { size } = await handle.stat()
    if (size > largest) throw new BadUsage(`${file}:1:1: larger than ${largest / 1024 / 1024} MB`)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b
const isKeyedName = (file: string): boolean => /\.(?:json|ya?ml)$/i.test(file)

const markupOf = (file: string, characters: string): GeniusDocument =>
  orBadUsage(readMarkup(file, characters), file)
const keyedOf = (file: string, characters: string): Placed => orBadUsage(readKeyed(file, characters), file)

const fromKeyed = (node: Placed, file: string): BargainingCase | undefined => {
  if (isOwn(node)) return orBadUsage(readOwn(node), file)
  if (isPlainTable(node)) return orBadUsage(readPlainTable(node), file)
  if (isGeniusWeb(node)) return orBadUsage(readGeniusWeb([node]), file)
  return isNegmas(node) ? orBadUsage(readNegmas([node]), file) : undefined
}

const notKnown = (file: string): BadUsage =>
  new BadUsage(`${file}:1:1: ${sentence({ code: 'bargaining.file-kind' })}`)

const readFile = async (file: string): Promise<BargainingCase> => {
  const bytes = await bytesOf(file)
  if (isZip(bytes)) return orBadUsage(readTable(orBadUsage(readXlsx(file, bytes), file), file), file)
  const characters = charactersOf(bytes)
  if (/^\s*</.test(characters)) return orBadUsage(readGenius([markupOf(file, characters)]), file)
  if (!isKeyedName(file) && !/^\s*[[{]/.test(characters))
    return orBadUsage(readTable(orBadUsage(readCsv(file, characters), file), file), file)
  const found = fromKeyed(keyedOf(file, characters), file)
  if (!found) throw notKnown(file)
  return found
}

interface Found {
  readonly markup: GeniusDocument[]
  readonly keyed: Placed[]
}

const sortInto = (found: Found, file: string, characters: string): void => {
  if (looksLikeGenius(characters)) found.markup.push(markupOf(file, characters))
  else if (isKeyedName(file)) {
    const tree = keyedOf(file, characters)
    if (isGeniusWeb(tree) || isNegmas(tree)) found.keyed.push(tree)
  }
}

const readFolder = async (folder: string): Promise<BargainingCase> => {
  const names = (await readdir(folder)).filter((name) => /\.(?:xml|json|ya?ml)$/i.test(name))
  if (names.length > mostFiles) throw new BadUsage(`${folder} holds more than ${mostFiles} files`)
  const found: Found = { markup: [], keyed: [] }
  for (const name of names.sort(inFileOrder)) {
    const file = join(folder, name)
    if ((await stat(file)).isFile()) sortInto(found, file, charactersOf(await bytesOf(file)))
  }
  if (found.markup.length > 0) return orBadUsage(readGenius(found.markup), folder)
  const web = found.keyed.filter(isGeniusWeb)
  if (web.length > 0) return orBadUsage(readGeniusWeb(web), folder)
  if (found.keyed.length > 0) return orBadUsage(readNegmas(found.keyed), folder)
  throw new BadUsage(`${folder} (${basename(folder)}): ${sentence({ code: 'bargaining.file-kind' })}`)
}

/**
 * The case in a file (our own JSON, a table, a plain table, or one file of GENIUS, GeniusWeb or NegMAS) or a folder (a
 * domain and its profiles), the kind found by what is in it. Throws bad usage that names file, line and column.
 */
export const readCase = async (path: string): Promise<BargainingCase> => {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new BadUsage(`${path} cannot be read: ${error.code ?? 'unknown reason'}`)
  })
  return found.isDirectory() ? readFolder(path) : readFile(path)
}

/** The constraints of a file for `--constraints`; bad usage as for a case. */
export const readConstraintsFile = async (file: string, agenda: Agenda): Promise<readonly Constraint[]> =>
  orBadUsage(readConstraints(keyedOf(file, charactersOf(await bytesOf(file))), agenda), file)
