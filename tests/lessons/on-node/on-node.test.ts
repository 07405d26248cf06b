/**
 * The server programs of lessons run on Node as they are, as the lessons say. Those that need a Redis
 * run in `tests/interop/scale.external.test.ts`.
 */
import { expect, it } from 'vitest'
import { serversByLesson, startOnNode } from './servers.ts'

const lessons = serversByLesson(false)

it('there are some', () => {
  expect(lessons.size).toBeGreaterThan(40)
})

it.each([...lessons])('the servers of %s listen on Node', async (_lesson, servers) => {
  await startOnNode(servers)
})
