/** Giving the reader a text as a file. */

/** Lets the browser keep a text under a name; plain text unless it is said to be of another type. */
export const saveText = (name: string, text: string, type = 'text/plain;charset=utf-8'): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
