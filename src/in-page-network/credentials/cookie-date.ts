/** Cookie dates (RFC 6265bis §5.1.1): what servers write, in any order. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DELIMITERS = /[\t\x20-/;-@[-`{-~]+/
/** The first that fits a pattern is taken, in this order (item 2). */
const TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/
const DAY = /^(\d{1,2})(?:\D|$)/
const YEAR = /^(\d{2,4})(?:\D|$)/

/** Unix milliseconds; undefined for what is no date. */
export function readCookieDate(text: string): number | undefined {
  let time: readonly number[] | undefined
  let day: number | undefined
  let month: number | undefined
  let year: number | undefined
  for (const token of text.split(DELIMITERS)) {
    const name = MONTHS.indexOf(token.slice(0, 3).toLowerCase())
    const [clock, ...parts] = TIME.exec(token) ?? []
    if (time === undefined && clock !== undefined) time = parts.map(Number)
    else if (day === undefined && DAY.test(token)) day = Number.parseInt(token, 10)
    else if (month === undefined && name >= 0) month = name
    else if (year === undefined && YEAR.test(token)) year = Number.parseInt(token, 10)
  }
  const [hours = 99, minutes = 99, seconds = 99] = time ?? []
  if (day === undefined || month === undefined || year === undefined) return undefined
  // Items 3 and 4: years of two digits.
  if (year < 70) year += 2000
  else if (year < 100) year += 1900
  if (year < 1601 || hours > 23 || minutes > 59 || seconds > 59) return undefined
  if (day < 1 || day > daysOf(month, year)) return undefined
  const days = daysBefore(year) + day - 1
  const before = MONTHS.slice(0, month).reduce((sum, _name, index) => sum + daysOf(index, year), 0)
  return (((days + before) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const daysOf = (month: number, year: number) =>
  month === 1 ? (isLeap(year) ? 29 : 28) : [3, 5, 8, 10].includes(month) ? 30 : 31

/** Days from 1970 to the beginning of a year. */
function daysBefore(year: number): number {
  const leaps = (until: number) =>
    Math.floor(until / 4) - Math.floor(until / 100) + Math.floor(until / 400)
  return 365 * (year - 1970) + leaps(year - 1) - leaps(1969)
}
