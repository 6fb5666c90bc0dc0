import { describe, expect, it } from 'vitest'
import { namesInXmp } from './xmp.ts'

const packet = (name: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">${name}</dc:creator></x:xmpmeta>`
const names = (text: string) => namesInXmp(Buffer.from(text)).map(({ where, name }) => `${where} ${name}`)

describe('the names in XMP', () => {
  it('are those of every packet', () => {
    expect(names(`a${packet('One')}b${packet('Two')}`)).toEqual(['xmp.author One', 'xmp.author Two'])
  })

  it('are unknown when a packet never ends, or when there are more than are read', () => {
    expect(names(`${packet('One')}<x:xmpmeta>`)).toEqual(['xmp.author One', 'unreadable XMP'])
    expect(names(packet('Many').repeat(21)).at(-1)).toBe('unreadable XMP')
    expect(names(packet('Many').repeat(20)).at(-1)).toBe('xmp.author Many')
  })
})
