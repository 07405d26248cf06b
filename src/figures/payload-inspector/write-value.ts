/** Writes a value as a program would, on one line. */

/** UTF-16 code units; what is longer is cut. */
const MAX_WRITTEN = 160

export function writeValue(value: unknown): string {
  const written = write(value)
  return written.length > MAX_WRITTEN ? `${written.slice(0, MAX_WRITTEN)}…` : written
}

function write(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value === 'bigint') return `${String(value)}n`
  if (typeof value !== 'object' || value === null)
    return Object.is(value, -0) ? '-0' : String(value)
  if (Array.isArray(value)) return `[${value.map(write).join(', ')}]`
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? 'new Date(NaN)'
      : `new Date(${quote(value.toISOString())})`
  if (value instanceof Map) return `new Map(${write([...value])})`
  if (value instanceof Set) return `new Set(${write([...value])})`
  if (value instanceof Uint8Array) return `new Uint8Array(${write([...value])})`
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  return `{ ${entries.map(([name, item]) => `${writeName(name)}: ${write(item)}`).join(', ')} }`
}

/** As the course's programs quote: with `'`, unless the text has one. */
function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1)
  return text.includes("'") ? `"${inner}"` : `'${inner.replaceAll('\\"', '"')}'`
}

export function writeName(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? name : quote(name)
}
