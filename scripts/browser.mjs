#!/usr/bin/env node
/**
 * The Chrome or Chromium in which the browser tests run. As a program, prints its path.
 *
 * `UPGRADE101_BROWSER` decides; else an installed one; else the one that Playwright downloads;
 * else, as root on Debian, the system's package. Where nothing works there is an error, because a
 * test that did not run must not look as if it had passed.
 */
import { chromium } from '@playwright/test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as programs from './find-program.mjs'

/**
 * @typedef {programs.Machine & {
 *   readonly playwrightPath: () => string
 *   readonly installWithPlaywright: () => boolean
 * }} Machine `playwrightPath` is where Playwright puts its own browser
 */

const program = {
  name: 'Chrome or Chromium',
  variable: 'UPGRADE101_BROWSER',
  accepts: (/** @type {string} */ version) => /chrom/i.test(version),
  aptArguments: ['chromium'],
}
const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome']

/**
 * How Playwright starts that browser.
 *
 * @param {...string} more arguments
 * @returns {import('@playwright/test').LaunchOptions}
 */
export function chromiumLaunchOptions(...more) {
  return {
    executablePath: resolveBrowser(thisMachine()),
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  }
}

/**
 * @param {Machine} machine
 * @returns {string} the path of a browser that starts
 * @throws {Error} which says what was tried and what to do
 */
export function resolveBrowser(machine) {
  const found = programs.findNamed(program, machine) ?? findInstalled(machine)
  if (found !== null) return found

  const own = [machine.playwrightPath()]
  const present = programs.firstWorking(machine, own)
  if (present !== null) return present
  machine.say('No Chrome or Chromium is installed: Playwright downloads one.')
  const downloaded = machine.installWithPlaywright() ? programs.firstWorking(machine, own) : null
  if (downloaded !== null) return downloaded

  if (machine.isRoot && machine.isDebian) {
    machine.say(
      "Playwright's browser cannot be had here: apt-get update && apt-get install -y chromium",
    )
    const packaged = machine.installWithApt() ? findInstalled(machine) : null
    if (packaged !== null) return packaged
  }
  throw new Error(
    'There is no browser for the browser tests: none is installed, and none could be downloaded. ' +
      'Install Chrome or Chromium, or name one: UPGRADE101_BROWSER=/path/to/chrome npm test',
  )
}

/** @param {Machine} machine */
function findInstalled(machine) {
  return programs.firstWorking(machine, [
    ...commands.flatMap((name) => programs.candidatesNamed(machine, name)),
    ...usualPaths(machine),
  ])
}

/** @param {Machine} machine */
function usualPaths({ environment, platform }) {
  switch (platform) {
    case 'darwin':
      return ['', environment.HOME ?? ''].flatMap((home) =>
        ['Google Chrome', 'Chromium'].map(
          (name) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`,
        ),
      )
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
        .flatMap((variable) => environment[variable] ?? [])
        .flatMap((folder) =>
          ['Google\\Chrome', 'Chromium'].map(
            (name) => `${folder}\\${name}\\Application\\chrome.exe`,
          ),
        )
    default:
      return ['/opt/google/chrome/chrome', '/snap/bin/chromium', '/usr/lib/chromium/chromium']
  }
}

/** @returns {Machine} */
function thisMachine() {
  return {
    ...programs.thisMachine(program),
    playwrightPath: () => chromium.executablePath(),
    installWithPlaywright() {
      const playwright = fileURLToPath(import.meta.resolve('@playwright/test/cli'))
      return programs.runLoudly(process.execPath, [playwright, 'install', 'chromium'])
    },
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.stdout.write(`${resolveBrowser(thisMachine())}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
