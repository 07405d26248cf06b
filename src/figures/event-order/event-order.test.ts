import { describe, expect, it } from 'vitest'
import type { Block, Row } from './blocks.ts'
import { judge, moved, rowsOfRun, type Happening } from './event-order.ts'

const RUN: readonly Happening[] = (['construct', 'open', 'send', 'message', 'close'] as const).map(
  (block, index) => ({ block, time: index * 40 }),
)
const verdicts = (...order: readonly Row[]) => Object.fromEntries(judge(order, RUN))
const right = { kind: 'right' }

describe('an order held against a run', () => {
  it('is right where the run had the same, and below the line what never came', () => {
    const all = verdicts('construct', 'open', 'send', 'message', 'close', 'never', 'error')
    expect(Object.values(all)).toEqual(Array.from({ length: 6 }, () => right))
  })

  it('has one block out of place where one has to move, and says what it has passed', () => {
    expect(verdicts('construct', 'message', 'open', 'send', 'close', 'never')).toEqual({
      construct: right,
      message: { kind: 'after', other: 'send' },
      open: right,
      send: right,
      close: right,
    })
    expect(verdicts('close', 'construct', 'open', 'send', 'message', 'never')).toMatchObject({
      close: { kind: 'after', other: 'message' },
      construct: right,
    })
    expect(verdicts('open', 'send', 'message', 'close', 'construct', 'never')).toMatchObject({
      construct: { kind: 'before', other: 'open' },
      close: right,
    })
  })

  it('knows what never came, and what did', () => {
    expect(verdicts('construct', 'error', 'open', 'send', 'close', 'never', 'message')).toEqual({
      construct: right,
      error: { kind: 'neverCame' },
      open: right,
      send: right,
      close: right,
      message: { kind: 'came' },
    })
  })

  it('leaves as many blocks as it can, in every order of five', () => {
    const blocks = RUN.map(({ block }) => block)
    for (const order of permutations(blocks)) {
      const wrong = [...judge([...order, 'never'], RUN)].filter(([, { kind }]) => kind !== 'right')
      // What the others say, put into place one by one, is the run.
      const rest = order.filter((block) => !wrong.some(([each]) => each === block))
      expect(rest).toEqual(blocks.filter((block) => rest.includes(block)))
      expect(wrong.length).toBe(blocks.length - rest.length)
      for (const [block, verdict] of wrong) {
        if (verdict.kind !== 'before' && verdict.kind !== 'after') throw new Error(verdict.kind)
        const isBefore = blocks.indexOf(block) < blocks.indexOf(verdict.other)
        expect(isBefore).toBe(verdict.kind === 'before')
        expect(order.indexOf(block) > order.indexOf(verdict.other)).toBe(isBefore)
      }
    }
  })
})

function permutations(blocks: readonly Block[]): readonly (readonly Block[])[] {
  if (blocks.length === 0) return [[]]
  return blocks.flatMap((block) =>
    permutations(blocks.filter((each) => each !== block)).map((rest) => [block, ...rest]),
  )
}

it('a row is moved to a place, and no further than to an end', () => {
  const order: readonly Row[] = ['open', 'close', 'never']
  expect(moved(order, 'open', 1)).toEqual(['close', 'open', 'never'])
  expect(moved(order, 'never', 0)).toEqual(['never', 'open', 'close'])
  expect(moved(order, 'close', 9)).toEqual(['open', 'never', 'close'])
  expect(moved(order, 'open', -1)).toEqual(order)
})

it('what did not happen stands below the run as the reader has it', () => {
  expect(rowsOfRun(['message', 'open', 'never', 'error'], RUN.slice(0, 2))).toEqual([
    'construct',
    'open',
    'never',
    'message',
    'error',
  ])
})
