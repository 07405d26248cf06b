import { expect, it } from 'vitest'
import { STARTS, ROUNDS } from './blocks.ts'
import { judge, rowsOfRun } from './event-order.ts'
import { runRound } from './run-round.ts'

it.each([
  [
    'accepts',
    ['construct 0', 'listen 0', 'open 160', 'send 160', 'message 240', 'hangUp 240', 'close 320'],
  ],
  ['refuses', ['construct 0', 'listen 0', 'refusal 160', 'error 160', 'close 160']],
  ['breaks', ['construct 0', 'open 160', 'send 160', 'brokenFrame 240', 'error 240', 'close 240']],
] as const)('the engine says what comes when the server %s', async (round, expected) => {
  const run = await runRound(round)
  expect(run.map(({ block, time }) => `${block} ${String(time)}`)).toEqual(expected)
})

it.each(ROUNDS)(
  'no round begins in order, and the order of its run is right: %s',
  async (round) => {
    const run = await runRound(round)
    const kinds = (order: Parameters<typeof judge>[0]) =>
      [...judge(order, run).values()].map(({ kind }) => kind)
    const wrong = kinds(STARTS[round]).filter((kind) => kind !== 'right')
    expect(wrong.length).toBeGreaterThan(2)
    expect(kinds(rowsOfRun(STARTS[round], run))).toEqual(kinds(STARTS[round]).map(() => 'right'))
  },
)
