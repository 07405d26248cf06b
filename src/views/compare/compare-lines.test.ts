import { describe, expect, it } from 'vitest'
import type { ComparedRow } from '../../core/trace/compare/index.ts'
import { compareLines, differencePlaces, lineOfRow, type CompareLine } from './compare-lines.ts'

/** `=` agrees, `+5` comes 5 ms later, `x` differs, `<` only here, `>` only there. */
function rowsOf(signs: string): ComparedRow[] {
  return signs.split(' ').map((sign, seq): ComparedRow => {
    if (sign === '=') return { kind: 'agrees', here: seq, there: seq, differences: [] }
    if (sign === 'x') return { kind: 'differs', here: seq, there: seq, differences: [] }
    if (sign === '<') return { kind: 'onlyHere', here: seq, there: null, differences: [] }
    if (sign === '>') return { kind: 'onlyThere', here: null, there: seq, differences: [] }
    const differences = [{ field: 'time', here: 0, there: Number(sign) }] as const
    return { kind: 'moved', here: seq, there: seq, differences }
  })
}

const fold = (signs: string, expanded: number[] = [], onlyDifferences = false) =>
  compareLines(rowsOf(signs), { expanded: new Set(expanded), onlyDifferences }).map(shown)

function shown(line: CompareLine): string {
  if (line.type === 'row') return String(line.row)
  const shift = line.shift === undefined ? '' : ` +${String(line.shift)}`
  return `[${String(line.from)}…${String(line.count)}${shift}]${line.isExpanded ? ' open' : ''}`
}

describe('the lines of a comparison', () => {
  it('fold what agrees and leave a row of context beside a difference', () => {
    expect(fold('= = = = = = > = = = = = =')).toEqual(['[0…5]', '5', '6', '7', '[8…5]'])
  })

  it('leave short stretches as they are', () => {
    expect(fold('= = x = =')).toEqual(['0', '1', '2', '3', '4'])
  })

  it('fold events that are late by one amount, apart from others', () => {
    expect(fold('> +5 +5 +5 +5 +5 +5 +7 +7')).toEqual(['0', '1', '[2…4 +5]', '6', '7', '8'])
  })

  it('show a stretch whole when it is opened', () => {
    expect(fold('= = = = = x', [0])).toEqual(['[0…4] open', '0', '1', '2', '3', '4', '5'])
  })

  it('show only differences when asked to', () => {
    expect(fold('= x = < = =', [], true)).toEqual(['[0…1]', '1', '[2…1]', '3', '[4…2]'])
  })

  it('find the line of a row, folded or not', () => {
    const rows = rowsOf('= = = = = = > =')
    const lines = compareLines(rows, { expanded: new Set(), onlyDifferences: false })
    expect([0, 4, 5, 6].map((row) => lineOfRow(lines, row))).toEqual([0, 0, 1, 2])
  })

  it('count neighbours that differ as one place', () => {
    expect(differencePlaces(rowsOf('= > < = x = +3 >'))).toEqual([1, 4, 7])
  })
})
