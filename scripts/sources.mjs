/**
 * Whether what was built is still what the sources say.
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that a build reads, relative to the root of the project. */
export const sourcePaths = [
  'index.html',
  'lab-server',
  'lessons',
  'package-lock.json',
  'package.json',
  'public',
  'scenarios',
  'scripts',
  'src',
  'vite.config.ts',
]

/**
 * The newest change among files and folders. A folder's own time counts too: it changes when an
 * entry is removed.
 *
 * @param {string} root
 * @param {readonly string[]} paths relative to `root`; one that does not exist counts as unchanged
 * @returns {number} milliseconds since 1970, 0 where nothing exists
 */
export function newestChange(root, paths) {
  let newest = 0
  for (const path of paths) {
    const absolute = join(root, path)
    const stats = statSync(absolute, { throwIfNoEntry: false })
    if (stats === undefined || isTest(path)) continue
    newest = Math.max(newest, stats.mtimeMs)
    if (stats.isDirectory())
      newest = Math.max(newest, newestChange(absolute, readdirSync(absolute)))
  }
  return newest
}

/** @param {string} path */
function isTest(path) {
  return path.endsWith('.test.ts')
}
