/**
 * Verdicts that are kept from one run to the next, each under a hash of all it depends on.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * @param {string} file which need not be there
 * @param {readonly (string | Uint8Array)[]} surroundings what all verdicts depend on
 */
export async function openVerdicts(file, surroundings) {
  /** @type {Record<string, import('../src/run/prove-lesson.ts').Verdict>} */
  const before = await readFile(file, 'utf8').then(JSON.parse, () => ({}))
  /** @type {typeof before} */
  const after = {}
  const base = hashOf(surroundings)
  const keyOf = (/** @type {unknown} */ subject) => hashOf([base, JSON.stringify(subject)])
  return {
    /**
     * @param {unknown} subject plain data
     * @returns the verdict that was kept of it, if one was
     */
    verdictOf(subject) {
      const key = keyOf(subject)
      const verdict = before[key]
      if (verdict !== undefined) after[key] = verdict
      return verdict
    },

    /**
     * @param {unknown} subject
     * @param {(typeof before)[string]} verdict
     */
    keep(subject, verdict) {
      after[keyOf(subject)] = verdict
    },

    /** @param {{ isWhole: boolean }} run what was not asked for in a whole run is forgotten */
    async save({ isWhole }) {
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, JSON.stringify(isWhole ? after : { ...before, ...after }))
    },
  }
}

/** @param {readonly (string | Uint8Array)[]} parts */
function hashOf(parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex')
}
