/** Builds the site and the lab server if that was not done since a source changed. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { takeBuildLock } from './build-lock.mjs'
import { newestChange, sourcePaths } from './sources.mjs'

const outputs = ['dist/index.html', 'build/lab-server.mjs', 'build/began']

/**
 * @param {string} root of the sources, or of an installed package, with its last slash
 */
export async function buildIfNeeded(root) {
  if (reasonToBuild(root) === null) return
  mkdirSync(`${root}build`, { recursive: true })
  const giveBack = await takeBuildLock(`${root}build.lock`, (processId) => {
    console.log(`Another command is building (process ${processId}): waiting for it …`)
  })
  try {
    // The other one may have built what was missing.
    const reason = reasonToBuild(root)
    if (reason === null) return
    console.log(`${reason}: building. This takes a minute or two, and only after a change.`)
    const { status } = spawnSync(process.execPath, [`${root}scripts/build.mjs`], {
      cwd: root,
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error('The build failed, so there is nothing to show for it.')
  } finally {
    await giveBack()
  }
}

/** @param {string} root */
function reasonToBuild(root) {
  const missing = outputs.find((path) => !existsSync(root + path))
  // An installed package has no sources, only what was built from them.
  if (!existsSync(`${root}src`)) {
    if (missing === undefined) return null
    throw new Error(`This package is not whole: ${missing} is missing. Install it again.`)
  }
  if (missing !== undefined) return 'Nothing is built yet'
  const began = Number(readFileSync(`${root}build/began`, 'utf8'))
  return newestChange(root, sourcePaths) > began ? 'Sources are newer than dist/' : null
}
