#!/usr/bin/env node
/**
 * The Chrome or Chromium in which the browser tests run. As a program, prints its path.
 *
 * `UPGRADE101_BROWSER` decides; else an installed one; else the one that Playwright downloads;
 * else, as root on Debian, the system's package. Where nothing works there is an error, because a
 * test that did not run must not look as if it had passed.
 */
import { chromium } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as programs from './find-program.mjs'

/**
 * @typedef {programs.Machine & {
 *   readonly playwrightPath: () => string
 *   readonly installWithPlaywright: () => boolean
 *   readonly linuxFamily: () => string
 * }} Machine `playwrightPath` is where Playwright puts its own browser, `linuxFamily` the `ID` and
 *   `ID_LIKE` of /etc/os-release
 */

const program = {
  name: 'Chrome or Chromium',
  variable: 'UPGRADE101_BROWSER',
  accepts: (/** @type {string} */ version) => /chrom/i.test(version),
  aptArguments: ['chromium-headless-shell'],
}
/** The one without windows first: tests take a third less of the processor in it. */
const commands = [
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
]
/** What Chrome does by itself and the one without windows only when told: a process a site. */
const AS_IN_CHROME = ['--site-per-process', '--enable-features=IsolateSandboxedIframes']

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
      ...AS_IN_CHROME,
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
      "Playwright's browser cannot be had here: apt-get update && apt-get install -y chromium-headless-shell",
    )
    const packaged = machine.installWithApt() ? findInstalled(machine) : null
    if (packaged !== null) return packaged
  }
  const broken = [...pathsToTry(machine), ...own].filter(machine.isFile)
  throw new Error(broken.length > 0 ? lacksLibraries(broken, machine) : NO_BROWSER)
}

const NO_BROWSER =
  'There is no browser for the browser tests: none is installed, and none could be downloaded. ' +
  'Install Chrome or Chromium, or name one: UPGRADE101_BROWSER=/path/to/chrome npm test'

/**
 * A browser that is there and does not start lacks libraries of the system.
 *
 * @param {readonly string[]} broken
 * @param {Pick<Machine, 'why' | 'linuxFamily'>} machine
 */
function lacksLibraries([first = '', ...others], machine) {
  const reason = machine.why(first)
  const more = others.length === 0 ? '' : ` (${others.join(', ')} neither)`
  return (
    `A browser is there, but it doesn't start: ${first}${more}. ` +
    `${reason === '' ? 'It lacks libraries of the system' : `It says: ${reason}`}. ` +
    `This installs what it needs: ${commandForLibraries(machine.linuxFamily())}`
  )
}

/** @param {string} family */
function commandForLibraries(family) {
  if (/\b(?:debian|ubuntu)\b/.test(family)) return 'sudo npx playwright install-deps chromium'
  if (/\b(?:fedora|rhel|centos)\b/.test(family)) return 'sudo dnf install chromium'
  if (/\barch\b/.test(family)) return 'sudo pacman -S chromium'
  if (/\balpine\b/.test(family)) return 'sudo apk add chromium'
  if (/\bsuse\b/.test(family)) return 'sudo zypper install chromium'
  return 'the chromium package of your system'
}

/** @param {Machine} machine */
function findInstalled(machine) {
  return programs.firstWorking(machine, pathsToTry(machine))
}

/** @param {Machine} machine */
function pathsToTry(machine) {
  return [
    ...commands.flatMap((name) => programs.candidatesNamed(machine, name)),
    ...usualPaths(machine),
  ]
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
    linuxFamily() {
      try {
        return readFileSync('/etc/os-release', 'utf8')
      } catch {
        return ''
      }
    },
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
