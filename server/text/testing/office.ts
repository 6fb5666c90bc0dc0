/** LibreOffice for tests, where there is one: a document is edited as a person would edit it, with changes tracked. */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** Whether a command can be called. */
export const has = (command: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const xml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const macro = (steps: string, from: string, to: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${xml(`
Sub Replace(doc, stood, words)
  d = doc.createReplaceDescriptor()
  d.SearchString = stood : d.ReplaceString = words : d.SearchCaseSensitive = True
  doc.replaceAll(d)
End Sub
Sub Remark(doc, stood, words)
  d = doc.createSearchDescriptor()
  d.SearchString = stood
  found = doc.findFirst(d)
  note = doc.createInstance("com.sun.star.text.textfield.Annotation")
  note.Author = "Legal adviser" : note.Content = words
  found.Text.insertTextContent(found, note, False)
End Sub
Sub Edit
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL("${pathToFileURL(from)}", "_blank", 0, hidden())
  doc.RecordChanges = True
${steps}
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName" : filter(0).Value = "MS Word 2007 XML"
  doc.storeToURL("${pathToFileURL(to)}", filter())
  doc.close(True)
End Sub
`)}</script:module>`

/** Starts LibreOffice in a folder of its own; it may end in a crash and have done its work all the same. */
const startIn = (folder: string, ...words: readonly string[]): Promise<unknown> =>
  promisify(execFile)(
    'soffice',
    [
      '--headless',
      '--norestore',
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      ...words,
    ],
    { timeout: 90_000, env: { ...process.env, HOME: folder } },
  ).catch(() => undefined)

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-office-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * The document after it was edited: `steps` are lines of LibreOffice Basic, in which `Replace` and `Remark` take the
 * document and two texts. Without a screen LibreOffice 7.4 sometimes crashes over its own windows; it is asked again.
 */
export const editInOffice = (bytes: Uint8Array, steps: string): Promise<Uint8Array> =>
  inFolder(async (folder) => {
    const [from, to] = [join(folder, 'from.docx'), join(folder, 'to.docx')]
    await writeFile(from, bytes)
    // The first start makes the profile, with an empty module that is then replaced.
    await startIn(folder, '--terminate_after_init')
    const module = join(folder, 'profile', 'user', 'basic', 'Standard', 'Module1.xba')
    await writeFile(module, macro(steps, from, to))
    for (let tries = 0; tries < 4 && !existsSync(to); tries += 1)
      await startIn(folder, 'macro:///Standard.Module1.Edit')
    return readFile(to)
  })

/** The document as LibreOffice writes it after opening it. */
export const saveInOffice = (bytes: Uint8Array): Promise<Uint8Array> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'from.docx'), bytes)
    const out = join(folder, 'out')
    await startIn(folder, '--convert-to', 'docx', '--outdir', out, join(folder, 'from.docx'))
    return readFile(join(out, 'from.docx'))
  })
