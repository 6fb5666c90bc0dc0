/** The first bytes by which files tell what they are: those a room takes, and those often sent instead. */

/** One kind: the media type, and which characters (one per byte) stand at which offsets. */
interface Signature {
  readonly type: string
  readonly bytes: readonly (readonly [at: number, characters: string])[]
}

const sign = (type: string, ...bytes: Signature['bytes']): Signature => ({ type, bytes })

const signatures: readonly Signature[] = [
  sign('application/pdf', [0, '%PDF-']),
  sign('image/png', [0, '\x89PNG\r\n\x1a\n'], [12, 'IHDR']),
  sign('image/jpeg', [0, '\xff\xd8\xff']),
  sign('image/webp', [0, 'RIFF'], [8, 'WEBPVP8']),
  sign('image/gif', [0, 'GIF87a']),
  sign('image/gif', [0, 'GIF89a']),
  sign('application/zip', [0, 'PK\x03\x04']),
  sign('application/msword', [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']),
  sign('application/rtf', [0, '{\\rtf']),
  sign('application/x-msdownload', [0, 'MZ']),
  sign('application/x-elf', [0, '\x7fELF']),
  sign('image/heic', [4, 'ftyphei']),
  sign('image/heic', [4, 'ftypmif1']),
  sign('image/avif', [4, 'ftypavif']),
  sign('video/mp4', [4, 'ftyp']),
  sign('video/webm', [0, '\x1aE\xdf\xa3']),
  sign('video/x-ms-asf', [0, '0&\xb2u\x8ef\xcf\x11']),
  sign('audio/mpeg', [0, 'ID3']),
  sign('application/ogg', [0, 'OggS']),
  sign('image/bmp', [0, 'BM'], [6, '\0\0\0\0']),
  sign('image/tiff', [0, 'II*\0']),
  sign('image/tiff', [0, 'MM\0*']),
  sign('application/gzip', [0, '\x1f\x8b']),
  sign('application/x-7z-compressed', [0, '7z\xbc\xaf']),
  sign('application/vnd.rar', [0, 'Rar!']),
]

/** The media type whose signature these characters (one per byte) begin with, or null. */
export const signedType = (head: string): string | null =>
  signatures.find(({ bytes }) => bytes.every(([at, characters]) => head.startsWith(characters, at)))?.type ??
  null
