/** Milliseconds that a browser has to read the file. */
const KEPT = 60_000

/** Saves a file by a click on a link to it. */
export function saveFile(
  name: string,
  parts: readonly (string | Uint8Array)[],
  mediaType: string,
): void {
  // A Blob refuses only shared buffers, and these octets are in none.
  const url = URL.createObjectURL(new Blob(parts as BlobPart[], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT)
}
