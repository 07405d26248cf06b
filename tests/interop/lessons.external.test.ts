/** Every program of the course in Firefox: `npm run lessons` there, on the sandbox of `dist/`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

it('each does in Firefox what its lesson says', async () => {
  const lessons = spawn(process.execPath, ['scripts/lessons.mjs', '--firefox'], { cwd: root })
  let printed = ''
  for (const stream of [lessons.stdout, lessons.stderr])
    stream.on('data', (text: Buffer) => (printed += text.toString()))
  const [code] = await once(lessons, 'close')
  expect(code, printed).toBe(0)
})
