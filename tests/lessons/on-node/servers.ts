/** The server programs of lessons, started on this Node as they are. */
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url))
const lessons = fileURLToPath(new URL('../../../lessons', import.meta.url))

/**
 * The server programs by lesson, or by case of find the fault. Wrong programs need not run; those of
 * other worlds must.
 *
 * @param needsRedis whether to give those that connect to a Redis before they listen, or the others
 */
export function serversByLesson(needsRedis: boolean): ReadonlyMap<string, readonly string[]> {
  const byLesson = new Map<string, string[]>()
  for (const name of readdirSync(lessons, { recursive: true, encoding: 'utf8' }).sort()) {
    const [first = '', second = ''] = name.split(/[/\\]/)
    if (!/[/\\]server\.js$/.test(name) || /[/\\]wrong[/\\]/.test(name)) continue
    const file = join(lessons, name)
    if (/\b(from|require\() ?'redis'/.test(readFileSync(file, 'utf8')) !== needsRedis) continue
    const lesson = first === 'faults' ? `faults/${second}` : first
    byLesson.set(lesson, [...(byLesson.get(lesson) ?? []), file])
  }
  return byLesson
}

interface Failure {
  readonly file: string
  readonly error: unknown
}

/** Starts them in one thread, one after the other; rejects with what one throws, or cannot do. */
export async function startOnNode(servers: readonly string[]): Promise<void> {
  const folders: string[] = []
  /** A program without `import` is CommonJS in a folder of a reader's, which has no `package.json`. */
  const fileOf = (server: string): string => {
    if (/^import\b/m.test(readFileSync(server, 'utf8'))) return server
    const folder = mkdtempSync(join(tmpdir(), 'upgrade-101-lesson-'))
    folders.push(folder)
    symlinkSync(packages, join(folder, 'node_modules'), 'junction')
    const copy = join(folder, 'server.js')
    copyFileSync(server, copy)
    return copy
  }
  const worker = new Worker(new URL('servers-worker.mjs', import.meta.url), {
    workerData: { files: servers.map(fileOf) },
    env: { ...process.env, PORT: '8080' },
    stdout: true,
  })
  try {
    // The worker's own message.
    const [failure] = (await once(worker, 'message')) as [Failure | null]
    if (failure !== null) throw new Error(`${failure.file} on Node`, { cause: failure.error })
  } finally {
    await worker.terminate()
    for (const folder of folders) rmSync(folder, { recursive: true })
  }
}
