/** A text that a JSON value has, and where. */
export interface FoundText {
  /** The keys that lead there. */
  readonly path: readonly string[]
  readonly text: string
}

/** Texts of this length and more are worth showing by themselves, UTF-16 code units. */
const MIN_LENGTH = 8

/**
 * The longer texts in what may be JSON of any shape, to find a program in a value that cannot be
 * read. Text that is no JSON is one text.
 */
export function textsIn(value: string): readonly FoundText[] {
  let json: unknown
  try {
    json = JSON.parse(value)
  } catch {
    return [{ path: [], text: value }]
  }
  const found: FoundText[] = []
  // A list of what is still to be seen: a value may be nested deeper than calls can be.
  const open: { readonly path: readonly string[]; readonly value: unknown }[] = [
    { path: [], value: json },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, value } = next
    if (typeof value === 'string' && value.length >= MIN_LENGTH) found.push({ path, text: value })
    if (typeof value !== 'object' || value === null) continue
    const entries = Object.entries(value).map(([key, item]) => ({
      // A path of a million keys says no more than its end.
      path: [...path.slice(-7), key],
      value: item,
    }))
    for (const entry of entries.reverse()) open.push(entry)
  }
  return found
}
