/** Asks the schema of Akoma Ntoso 3.0 (OASIS) about a file, where the schema is there. */
import { existsSync, readFileSync } from 'node:fs'
import { XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

const folder = new URL('../../../shared/cases/schemas/', import.meta.url)

/** True when the schema lies beside the project; it is not a part of it. */
export const hasSchema = existsSync(new URL('akomantoso30.xsd', folder))

let validator: XsdValidator | undefined

const open = (): XsdValidator => {
  xmlRegisterFsInputProviders()
  const url = decodeURIComponent(new URL('akomantoso30.xsd', folder).pathname)
  const schema = XmlDocument.fromBuffer(new Uint8Array(readFileSync(url)), { url })
  return XsdValidator.fromDoc(schema)
}

/** What is wrong with a file, each with its line; nothing for one that is valid. */
export const schemaFaults = (xml: string): readonly string[] => {
  validator ??= open()
  try {
    const document = XmlDocument.fromString(xml)
    try {
      validator.validate(document)
      return []
    } finally {
      document.dispose()
    }
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error
    return error.details.map(({ line, message }) => `line ${line}: ${message.trim()}`)
  }
}
