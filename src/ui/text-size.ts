/**
 * A reader may set text to another size in the browser. All lengths follow: style sheets have `rem`,
 * and what scripts compute in pixels of the usual size is put on the page by these functions.
 */

/** Of a browser's letters, CSS pixels, until the reader sets another size. */
const USUAL = 16

/** CSS pixels that a pixel of the usual size takes: 2 where text is twice as large. */
export function textScale(): number {
  if (typeof document === 'undefined') return 1
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL
}

/** @param pixels of the usual size */
export function rem(pixels: number): string {
  return `${pixels / USUAL}rem`
}
