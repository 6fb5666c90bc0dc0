/** Names in XMP, the metadata that PDF and pictures carry as XML (ISO 16684-1). */
import { textOf, type XmlElement } from '#domain/text/xml.ts'
import { parseXml } from '../xml.ts'
import type { NameInside } from './naming.ts'

// dc:creator and dc:contributor, pdf:Author, tiff:Artist, exifEX:CameraOwnerName, photoshop:CaptionWriter, xmpRights:Owner.
const naming = new Set([
  'creator',
  'contributor',
  'author',
  'artist',
  'cameraownername',
  'captionwriter',
  'owner',
])
const mostPackets = 20
const largestPacket = 1024 * 1024

function namesOf(node: XmlElement): readonly string[] {
  const attributes = Object.entries(node.attributes)
    .filter(([name]) => naming.has((name.split(':').at(-1) ?? '').toLowerCase()))
    .map(([, value]) => value)
  const children = node.children.filter((child) => child.kind === 'element')
  if (!naming.has(node.name.toLowerCase())) return [...attributes, ...children.flatMap(namesOf)]
  const items = children.flatMap((list) => list.children.filter((child) => child.kind === 'element'))
  return [...attributes, ...(items.length > 0 ? items : [node]).map(textOf)]
}

/** The packets that lie open, and whether these are all: one that never ends, or too many, and nobody can say. */
function packets(bytes: Uint8Array): { readonly found: readonly Uint8Array[]; readonly all: boolean } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: Uint8Array[] = []
  let from = buffer.indexOf('<x:xmpmeta')
  while (from >= 0 && found.length < mostPackets) {
    const end = buffer.indexOf('</x:xmpmeta>', from)
    if (end < 0) break
    found.push(buffer.subarray(from, end + '</x:xmpmeta>'.length))
    from = buffer.indexOf('<x:xmpmeta', end)
  }
  return { found, all: from < 0 }
}

const unreadable: NameInside = { where: 'unreadable', name: 'XMP' }

/** The names in every XMP packet that lies open in these bytes; a packet that cannot be read is reported unreadable. */
export function namesInXmp(bytes: Uint8Array): readonly NameInside[] {
  const { found, all } = packets(bytes)
  const names = found.flatMap((packet): readonly NameInside[] => {
    const parsed = packet.length > largestPacket ? null : parseXml(packet)
    if (parsed === null || !parsed.ok) return [unreadable]
    return namesOf(parsed.value).map((name) => ({ where: 'xmp.author', name }))
  })
  return all ? names : [...names, unreadable]
}
