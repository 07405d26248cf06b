/** Ten thousand schedules, none of which breaks a right program. */
import { expect, it } from 'vitest'
import { CASES } from '../break-it/cases.ts'
import { searchIn } from '../break-it/on-node.ts'

const SCHEDULES = 10_000
const tries = Math.ceil(SCHEDULES / CASES.length)

it.each(CASES)(`no schedule of ${String(tries)} breaks $name once it is right`, async (one) => {
  expect(await searchIn(one, 'right', tries)).toEqual({ kind: 'held', tried: tries })
})
