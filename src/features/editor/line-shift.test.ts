import { expect, it } from 'vitest'
import { shiftLines } from './line-shift.ts'

/** The number in `current` of each line of `ran`. */
function shifted(ran: string, current: string): (number | null)[] {
  const shift = shiftLines(ran, current)
  const lines = ran.split('\n').map((_, index) => shift.toCurrent(index + 1))
  for (const [index, line] of lines.entries())
    if (line !== null) expect(shift.toRan(line)).toBe(index + 1)
  return lines
}

it('leaves lines where they are when nothing changed', () => {
  expect(shifted('a\nb', 'a\nb')).toEqual([1, 2])
})

it('moves the lines below an insertion down', () => {
  expect(shifted('a\nb\nc', 'a\nnew\nb\nc')).toEqual([1, 3, 4])
})

it('loses a line that was edited, and no other', () => {
  expect(shifted('a\nb\nc', 'a\nB\nc')).toEqual([1, null, 3])
})

it('keeps the lines between two edits', () => {
  expect(shifted('a\nb\nc\nd\ne', 'A\nb\nnew\nc\nd\nE')).toEqual([null, 2, 4, 5, null])
})

it('loses lines that were removed', () => {
  expect(shifted('a\nb\nc', 'c')).toEqual([null, null, 1])
})

it('does not count a repeated line twice', () => {
  expect(shifted('}\n}', '}')).toEqual([1, null])
  expect(shiftLines('}', '}\n}').toRan(2)).toBeNull()
})

it('keeps every line that stays, however much changes around it', () => {
  const many = (letter: string) => Array.from({ length: 600 }, (_, i) => letter + String(i))
  const ran = ['first', ...many('a'), 'middle', ...many('b'), 'last'].join('\n')
  const current = ['first', ...many('c'), 'middle', ...many('d'), 'last'].join('\n')
  const shift = shiftLines(ran, current)
  expect(shift.toCurrent(1)).toBe(1)
  expect(shift.toCurrent(2)).toBeNull()
  expect(shift.toCurrent(602)).toBe(602)
  expect(shift.toCurrent(1203)).toBe(1203)
})
