/** What a benchmark printed in two checkouts, side by side. */

const NUMBER = /\d+(?:\.\d+)?/g

/**
 * Each line that both printed, with the medians of its numbers here divided by those there. Lines
 * belong together that are the same but for their numbers and spaces.
 *
 * @param {readonly string[]} here what each round printed
 * @param {readonly string[]} there
 * @returns {readonly string[]}
 */
export function compareOutputs(here, there) {
  const theirs = numbersByLine(there)
  return [...numbersByLine(here)].flatMap(([text, { line, columns }]) => {
    const others = theirs.get(text)?.columns
    if (others === undefined || columns.length === 0) return []
    const ratios = columns.map((column, index) => {
      const other = median(others[index] ?? [])
      const own = median(column)
      // A number that stays the same in all rounds of both is a label.
      return own === other ? '=' : `${(own / other).toFixed(3)}×`
    })
    return [line, `    here / there: ${ratios.join('  ')}`]
  })
}

/**
 * @param {readonly string[]} outputs
 * @returns the numbers of each line, a list for each place in it, with the line as it was last
 */
function numbersByLine(outputs) {
  /** @type {Map<string, { line: string, columns: number[][] }>} */
  const lines = new Map()
  for (const output of outputs) {
    /** @type {Map<string, number>} */
    const times = new Map()
    for (const line of output.split('\n').filter((text) => text.trim() !== '')) {
      const text = line.replaceAll(NUMBER, '#').replaceAll(/\s+/g, ' ')
      const time = times.get(text) ?? 0
      times.set(text, time + 1)
      const key = `${text} ${time}`
      const numbers = (line.match(NUMBER) ?? []).map(Number)
      const columns = lines.get(key)?.columns ?? numbers.map(() => [])
      numbers.forEach((number, index) => columns[index]?.push(number))
      lines.set(key, { line, columns })
    }
  }
  return lines
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2
}
