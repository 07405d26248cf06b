/** The search against subtly wrong programs and against each of them put right. */
import { expect, it } from 'vitest'
import { sizeOf } from '../../src/core/schedule/schedule.ts'
import { CASES } from './cases.ts'
import { PLAIN, searchIn } from './on-node.ts'

/** As many as five seconds have time for, where a run takes a twentieth of one. */
const TRIES = 100
/** Of those that are wrong. Each needs a run of events that another program has no use for. */
const FOUND = 0.95
/** Of each that is right: `npm run test:long` has ten thousand in all. */
const TRIES_OF_RIGHT = 10

it('breaks nineteen of twenty wrong programs, each with at most six interventions', async () => {
  const held: string[] = []
  for (const one of CASES) {
    const found = await searchIn(one, 'wrong', TRIES)
    if (found.kind !== 'broken') held.push(`${one.name}: ${found.kind}`)
    else expect(sizeOf(found.schedule, PLAIN), one.name).toBeLessThanOrEqual(6)
  }
  expect(held.length, held.join('\n')).toBeLessThanOrEqual(CASES.length * (1 - FOUND))
})

it('breaks no right program', async () => {
  const found = []
  for (const one of CASES) found.push([one.name, await searchIn(one, 'right', TRIES_OF_RIGHT)])
  expect(found).toEqual(CASES.map(({ name }) => [name, { kind: 'held', tried: TRIES_OF_RIGHT }]))
})
