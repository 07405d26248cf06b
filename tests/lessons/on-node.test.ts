/** The server programs of lessons run on Node as they are, as the lessons say. */
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { findFreePorts } from '../conformance/node-scenario.ts'

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))
const lessons = fileURLToPath(new URL('../../lessons', import.meta.url))
/** Wrong programs need not run; those of other worlds must. */
const servers = readdirSync(lessons, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|[/\\])server\.js$/.test(name) && !/[/\\]wrong[/\\]/.test(name))
  .sort()

/** A program without `import` is CommonJS in a folder of a reader's, which has no `package.json`. */
function fileOf(name: string): string {
  const file = join(lessons, name)
  if (/^import\b/m.test(readFileSync(file, 'utf8'))) return file
  const folder = mkdtempSync(join(tmpdir(), 'upgrade-101-lesson-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  symlinkSync(packages, join(folder, 'node_modules'), 'junction')
  copyFileSync(file, join(folder, 'server.js'))
  return join(folder, 'server.js')
}

it('there are some', () => {
  expect(servers.length).toBeGreaterThan(4)
})

it.each(servers)('lessons/%s listens on Node', async (name) => {
  const [port] = await findFreePorts(1)
  const worker = new Worker(new URL('../conformance/scenario-worker.mjs', import.meta.url), {
    workerData: { file: pathToFileURL(fileOf(name)).href, port, speed: 1 },
    stdout: true,
  })
  // Rejects with what the program throws before it listens.
  const [message] = (await once(worker, 'message')) as [unknown]
  await worker.terminate()
  expect(message).toBe('listening')
})
