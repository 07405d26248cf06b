/** Puts text on the clipboard. @returns whether the browser allowed it. */
export async function copyText(text: string): Promise<boolean> {
  // A page served over plain http from another machine has no `navigator.clipboard`.
  const clipboard: Clipboard | undefined = navigator.clipboard
  try {
    await clipboard?.writeText(text)
    return clipboard !== undefined
  } catch {
    return false
  }
}
