/** Sends a file out of a room. */
import type { FastifyReply } from 'fastify'
import type { FileType } from '#domain/rooms/paper.ts'

const endings: Readonly<Record<FileType, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/xml': 'xml',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

/** A file goes out under its title, never under the name it once had, and nothing in it is run or shown in place. */
export const sendFile = (
  reply: FastifyReply,
  title: string,
  type: FileType,
  content: Buffer | string,
): FastifyReply => {
  const plain = title.replace(/[^\p{L}\p{N} .,()-]+/gu, ' ').trim()
  // Cut between characters, never inside one that takes two code units.
  const name = `${[...plain].slice(0, 120).join('') || 'paper'}.${endings[type]}`
  return reply
    .header('content-type', type)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(content)
}
