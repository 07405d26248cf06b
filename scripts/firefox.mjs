#!/usr/bin/env node
/**
 * The Firefox for tests that compare browsers. As a program, prints its path.
 *
 * `UPGRADE101_FIREFOX` decides; else an installed one; else, as root on Debian, the system's
 * package. Where nothing works there is an error: what did not run must not look as if it had.
 */
import { fileURLToPath } from 'node:url'
import { candidatesNamed, thisMachine } from './browser.mjs'

/** @typedef {import('./browser.mjs').Machine} Machine */

const names = ['firefox-esr', 'firefox']
const usualPaths = [
  '/usr/lib/firefox-esr/firefox-esr',
  '/usr/lib/firefox/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/** The first that Playwright drives by `channel: 'moz-firefox'`. */
const OLDEST = 140

/**
 * @param {Machine} machine
 * @returns {string} the path of a Firefox that starts
 * @throws {Error} which says what was tried and what to do
 */
export function resolveFirefox(machine) {
  const named = machine.environment.UPGRADE101_FIREFOX
  if (named) {
    const path = candidatesNamed(machine, named).find(machine.isFile)
    if (path === undefined) {
      throw new Error(`UPGRADE101_FIREFOX names "${named}", and there is no such program.`)
    }
    if (!machine.starts(path)) {
      throw new Error(
        `UPGRADE101_FIREFOX names "${named}", and ${path} is no Firefox ${OLDEST} or newer that starts.`,
      )
    }
    return path
  }

  const installed = findInstalled(machine)
  if (installed !== undefined) return installed

  if (machine.isRoot && machine.isDebian) {
    machine.say('No Firefox is installed: apt-get update && apt-get install -y firefox-esr')
    if (machine.installWithApt()) {
      const packaged = findInstalled(machine)
      if (packaged !== undefined) return packaged
    }
  }
  throw new Error(
    `There is no Firefox ${OLDEST} or newer, and none could be installed. ` +
      'Install one, or name one: UPGRADE101_FIREFOX=/path/to/firefox npm run test:interop',
  )
}

/** @param {Machine} machine */
function findInstalled(machine) {
  const candidates = [...names.flatMap((name) => candidatesNamed(machine, name)), ...usualPaths]
  return candidates.find((path) => machine.isFile(path) && machine.starts(path))
}

/** @param {string} version as `firefox --version` prints it */
export function isDrivable(version) {
  const [, major] = /Mozilla Firefox (\d+)/.exec(version) ?? []
  return Number(major) >= OLDEST
}

/** @returns {Machine} this one */
export function machineForFirefox() {
  return thisMachine({ package: 'firefox-esr', accepts: isDrivable })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(resolveFirefox(machineForFirefox()))
}
