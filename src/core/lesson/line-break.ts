/** Han characters, kana and full-width marks: a line break between two of them adds no space. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/u
/** Full-width marks include their space. */
const WIDE_MARK = /[\u3000-\u303f\uff00-\uffef]/u

/** Whether a line break between these characters is dropped. */
export function isSeamless(before: string, after: string): boolean {
  if (WIDE_MARK.test(before) || WIDE_MARK.test(after)) return true
  return WIDE.test(before) && WIDE.test(after)
}
