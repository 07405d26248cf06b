/** The server programs of lessons run on Node as they are, as the lessons say. */
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { findFreePorts } from '../conformance/node-scenario.ts'

const lessons = fileURLToPath(new URL('../../lessons', import.meta.url))
/** Wrong programs need not run; those of other worlds must. */
const servers = readdirSync(lessons, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|[/\\])server\.js$/.test(name) && !/[/\\]wrong[/\\]/.test(name))
  .sort()

it('there are some', () => {
  expect(servers.length).toBeGreaterThan(4)
})

it.each(servers)('lessons/%s listens on Node', async (name) => {
  const [port] = await findFreePorts(1)
  const worker = new Worker(new URL('../conformance/scenario-worker.mjs', import.meta.url), {
    workerData: { file: pathToFileURL(join(lessons, name)).href, port, speed: 1 },
    stdout: true,
  })
  // Rejects with what the program throws before it listens.
  const [message] = (await once(worker, 'message')) as [unknown]
  await worker.terminate()
  expect(message).toBe('listening')
})
