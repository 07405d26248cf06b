/**
 * A number stays with its unit where a line breaks: `80 ms` with a no-break space. For texts that
 * people wrote; numbers that are formatted have theirs (`core/trace/describe/quantity.ts`).
 */
export function holdUnits(text: string): string {
  return text.replace(UNIT, '$1\u00a0')
}

/** The space between a number, or what will be filled in for one, and a unit. */
const UNIT =
  /(\d|\})(?: )(?=(?:(?:ms|s|min|h|B|kB|KiB|MB|MiB|GB|px|bytes?|bits?|octets?|milliseconds?|seconds?|minutes?|hours?)(?![\w-]))|毫秒|秒|分钟|小时|个?字节|位)/g
