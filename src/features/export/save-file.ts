/** Milliseconds for which a browser may take its time to read what it saves. */
const KEPT = 60_000

/** Has the browser save a file, as if a link to it had been followed. */
export function saveFile(
  name: string,
  parts: readonly (string | Uint8Array)[],
  mediaType: string,
): void {
  // Whatever holds these octets is no SharedArrayBuffer, which alone a Blob would refuse.
  const url = URL.createObjectURL(new Blob(parts as BlobPart[], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT)
}
