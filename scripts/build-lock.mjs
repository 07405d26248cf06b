/**
 * One build at a time writes `dist/` and `build/`. A folder is the lock: making one is a single step on
 * every file system.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as after } from 'node:timers/promises'

/** Milliseconds between two looks at the lock. */
const LOOK = 300

/**
 * Takes the lock, after the process that has it.
 *
 * @param {string} folder which need not be there; those above it are
 * @param {(processId: number) => void} onWaiting called once, if another process has the lock
 * @returns {Promise<() => Promise<void>>} what gives it back
 */
export async function takeBuildLock(folder, onWaiting) {
  const owner = `${folder}/process`
  let hasSaid = false
  for (;;) {
    try {
      await mkdir(folder)
      await writeFile(owner, String(process.pid))
      return () => rm(folder, { recursive: true, force: true })
    } catch (error) {
      if (!isTaken(error)) throw error
    }
    const processId = Number(await readFile(owner, 'utf8').catch(() => '0'))
    // One that was killed left it behind. One that has just made the folder is about to sign it.
    if (processId !== 0 && !isAlive(processId)) {
      await rm(folder, { recursive: true, force: true })
      continue
    }
    if (!hasSaid && processId !== 0) {
      onWaiting(processId)
      hasSaid = true
    }
    await after(LOOK)
  }
}

/** @param {unknown} error */
function isTaken(error) {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}

/** @param {number} processId */
function isAlive(processId) {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // There is one, of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
