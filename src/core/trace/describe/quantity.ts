/** Times and sizes as they are written everywhere on the screen. `locale` is a BCP 47 tag. */

/** A number stays with its unit where a line breaks. */
const GAP = '\u00a0'

const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, options)
    formats.set(key, format)
  }
  return format
}

/** A whole or broken number with its thousands grouped: `1,234`. */
export function formatNumber(value: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 3 }).format(value)
}

/** A point in time, bare, in milliseconds to a tenth: `123.6`. Columns of them line up. */
export function formatInstant(ms: number, locale: string): string {
  return numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(ms)
}

/** A point in time with its unit: `123.6 ms`. */
export function formatTime(ms: number, locale: string): string {
  return `${formatInstant(ms, locale)}${GAP}ms`
}

/**
 * How long something took, to about three digits, in the unit people would say:
 * `0.4 ms`, `81 ms`, `1.25 s`, `3 min 20 s`, `2 h 5 min`. `ms` is not negative.
 */
export function formatDuration(ms: number, locale: string): string {
  if (ms < 9.95) return `${numberFormat(locale, { maximumFractionDigits: 1 }).format(ms)}${GAP}ms`
  if (ms < 999.5) return `${numberFormat(locale, { maximumFractionDigits: 0 }).format(ms)}${GAP}ms`
  if (ms < 59_950) {
    const digits = ms < 9_995 ? 2 : 1
    return `${numberFormat(locale, { maximumFractionDigits: digits }).format(ms / 1000)}${GAP}s`
  }
  const seconds = Math.round(ms / 1000)
  if (seconds < 3600) return twoUnits(Math.floor(seconds / 60), 'min', seconds % 60, 's')
  const minutes = Math.round(seconds / 60)
  return twoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const rest = small === 0 ? '' : ` ${String(small)}${GAP}${smallUnit}`
  return `${String(large)}${GAP}${largeUnit}${rest}`
}

/** Octets as people count them on a wire: `129 B`, `65.5 kB`, `10 MB`. Powers of ten. */
export function formatByteLength(octets: number, locale: string): string {
  const format = numberFormat(locale, { maximumSignificantDigits: 3 })
  if (octets < 1000) return `${String(octets)}${GAP}B`
  if (octets < 999_500) return `${format.format(octets / 1000)}${GAP}kB`
  return `${format.format(octets / 1_000_000)}${GAP}MB`
}
