/**
 * The Console Standard's Formatter (§2.2): `%s`, `%d`, `%o` and the like in the first argument are
 * replaced by the arguments after it.
 */
export function formatArguments(values: readonly unknown[]): readonly unknown[] {
  const [first, ...rest] = values
  if (typeof first !== 'string' || rest.length === 0 || !first.includes('%')) return values
  const objects: unknown[] = []
  const text = first.replace(/%([sdifoOc%])/gu, (specifier, letter: string) => {
    if (letter === '%') return '%'
    if (rest.length === 0) return specifier
    const value = rest.shift()
    switch (letter) {
      case 's':
        return asText(value)
      case 'd':
      case 'i':
        return typeof value === 'symbol' ? 'NaN' : String(parseInt(asText(value), 10))
      case 'f':
        return typeof value === 'symbol' ? 'NaN' : String(parseFloat(asText(value)))
      case 'c':
        return ''
      default:
        objects.push(value)
        return ''
    }
  })
  return [...(text === '' ? [] : [text]), ...objects, ...rest]
}

function asText(value: unknown): string {
  try {
    return String(value)
  } catch {
    // `toString` throws or is missing.
    return Object.prototype.toString.call(value)
  }
}
