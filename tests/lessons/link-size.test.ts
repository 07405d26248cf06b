/** How long the links to runs of the course are. */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { baseOfLesson, momentWorldOf } from '../../src/core/share/base-of-lesson.ts'
import { fromFragment, MAX_FRAGMENT, toFragment } from '../../src/core/share/fragment.ts'
import type { RunMoment } from '../../src/core/share/moment.ts'
import { pack, unpack } from '../../src/core/share/packed-moment.ts'
import { programInWorld } from '../../src/run/order.ts'
import { readTrials } from './read-trials.ts'

/** Of all programs of the course, every so many. */
const EVERY = 8
/** Characters that half of the links have at most. */
const MEDIAN = 1_500

const root = fileURLToPath(new URL('../..', import.meta.url))

it('half of the links to 200 programs of the course have at most 1500 characters, and none is too long', async () => {
  const all = (await readTrials(root)).flatMap(({ lesson, trials }) =>
    trials.map((trial) => ({ lesson, trial })),
  )
  const lengths = all
    .filter((_, index) => index % EVERY === 0)
    .map(({ lesson: { plan, servers }, trial }) => {
      const [world] = plan.worlds
      const moment: RunMoment = {
        kind: 'run',
        lesson: plan.slug,
        selected: 31,
        time: 160,
        view: 'log',
        note: 'Look at this frame: why is it masked?',
        scenario: world.scenario,
        program: programInWorld(trial.files, world, servers),
        world: momentWorldOf(world),
        routed: true,
        predictions: [],
        fingerprint: { count: 43, hash: '1lxq4z7' },
      }
      const base = baseOfLesson(plan, servers)
      const fragment = toFragment(pack(moment, base))
      expect(unpack(fromFragment(fragment), base)).toEqual({ moment, hasChanged: false })
      return fragment.length
    })
    .sort((one, other) => one - other)
  expect(lengths.length).toBeGreaterThan(200)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(MEDIAN)
  expect(lengths.at(-1)).toBeLessThanOrEqual(MAX_FRAGMENT)
})
