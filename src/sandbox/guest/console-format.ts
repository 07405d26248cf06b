/**
 * The conversions of the Console Standard's Formatter (§2.2), as V8 makes them before anyone sees the
 * arguments: those of `%s`, `%d`, `%i` and `%f` become texts and numbers, and stay where they are.
 * The specifiers are replaced where the line is shown.
 *
 * @throws what the program's own `toString` throws, as in Chromium
 */
export function convertArguments(values: readonly unknown[]): readonly unknown[] {
  const [format, ...rest] = values
  if (typeof format !== 'string' || rest.length === 0) return values
  let left = format
  let used = 0
  while (used < rest.length) {
    const percent = left.indexOf('%')
    if (percent === -1) break
    const specifier = left.charAt(percent + 1)
    left = left.slice(percent + (/^[sdifoOc%]/u.test(specifier) ? 2 : 1))
    if (!/^[sdifoOc]/u.test(specifier)) continue
    const value = rest[used]
    const converted = convert(value, specifier)
    // A text may have specifiers itself.
    if (specifier === 's') left = String(converted) + left
    rest[used] = converted
    used += 1
  }
  return [format, ...rest]
}

function convert(value: unknown, specifier: string): unknown {
  switch (specifier) {
    case 's':
      return String(value)
    case 'd':
    case 'i':
      return typeof value === 'symbol' ? NaN : parseInt(String(value), 10)
    case 'f':
      return typeof value === 'symbol' ? NaN : parseFloat(String(value))
    default:
      return value
  }
}
