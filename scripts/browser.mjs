#!/usr/bin/env node
/**
 * The Chrome or Chromium in which the browser tests run. As a program, prints its path.
 *
 * `UPGRADE101_BROWSER` decides; else an installed one; else the one that Playwright downloads;
 * else, as root on Debian, the system's package. Where nothing works there is an error: tests that
 * did not run must not look as if they had.
 */
import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, isAbsolute, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * What resolving asks of the machine, and does to it.
 *
 * @typedef {object} Machine
 * @property {Readonly<Record<string, string | undefined>>} environment
 * @property {string} platform as `process.platform`
 * @property {boolean} isRoot
 * @property {boolean} isDebian Debian itself, or a system made from it
 * @property {(path: string) => boolean} isFile
 * @property {(path: string) => boolean} starts whether the browser there starts, all its libraries found
 * @property {() => string} playwrightPath where Playwright puts its own browser
 * @property {() => boolean} installWithPlaywright
 * @property {() => boolean} installWithApt
 * @property {(line: string) => void} say
 */

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome']

/**
 * @param {Machine} machine
 * @returns {string} the path of a browser that starts
 * @throws {Error} which says what was tried and what to do
 */
export function resolveBrowser(machine) {
  const named = machine.environment.UPGRADE101_BROWSER
  if (named) {
    const path = candidatesNamed(machine, named).find(machine.isFile)
    if (path === undefined) {
      throw new Error(`UPGRADE101_BROWSER names "${named}", and there is no such program.`)
    }
    if (!machine.starts(path)) {
      throw new Error(`UPGRADE101_BROWSER names "${named}", and ${path} does not start.`)
    }
    return path
  }

  const installed = findInstalled(machine)
  if (installed !== null) return installed

  const own = machine.playwrightPath()
  if (works(machine, own)) return own
  machine.say('No Chrome or Chromium is installed: Playwright downloads one.')
  if (machine.installWithPlaywright() && works(machine, own)) return own

  if (machine.isRoot && machine.isDebian) {
    machine.say(
      "Playwright's browser cannot be had here: apt-get update && apt-get install -y chromium",
    )
    if (machine.installWithApt()) {
      const packaged = findInstalled(machine)
      if (packaged !== null) return packaged
    }
  }
  throw new Error(
    'There is no browser for the browser tests: none is installed, and none could be downloaded. ' +
      'Install Chrome or Chromium, or name one: UPGRADE101_BROWSER=/path/to/chrome npm test',
  )
}

/** @param {Machine} machine */
function findInstalled(machine) {
  const candidates = [
    ...names.flatMap((name) => candidatesNamed(machine, name)),
    ...usualPaths(machine),
  ]
  return candidates.find((path) => works(machine, path)) ?? null
}

/**
 * @param {Machine} machine
 * @param {string} path
 */
function works(machine, path) {
  return machine.isFile(path) && machine.starts(path)
}

/**
 * Where a program may be that is named by its path, or as a command.
 *
 * @param {Machine} machine
 * @param {string} name
 */
export function candidatesNamed({ environment, platform }, name) {
  if (isAbsolute(name) || name.includes(sep) || name.includes('/')) return [name]
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter(Boolean)
  const files = platform === 'win32' ? [`${name}.exe`, name] : [name]
  return folders.flatMap((folder) => files.map((file) => join(folder, file)))
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

/**
 * @param {object} [browser] which browser is looked for
 * @param {string} [browser.package] the system's package of it
 * @param {(version: string) => boolean} [browser.accepts] what it prints for `--version`
 * @returns {Machine} this one
 */
export function thisMachine({
  package: debianPackage = 'chromium',
  accepts = (version) => /chrom/i.test(version),
} = {}) {
  return {
    environment: process.env,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    isDebian: existsSync('/etc/debian_version'),
    isFile(path) {
      try {
        accessSync(path, constants.X_OK)
        return statSync(path).isFile()
      } catch {
        return false
      }
    },
    starts(path) {
      // Chrome for Windows opens a window instead of printing its version.
      if (process.platform === 'win32') return true
      const { status, stdout } = spawnSync(path, ['--version'], { timeout: 30_000 })
      return status === 0 && accepts(String(stdout))
    },
    playwrightPath: () => chromium.executablePath(),
    installWithPlaywright() {
      const playwright = fileURLToPath(import.meta.resolve('@playwright/test/cli'))
      return run(process.execPath, [playwright, 'install', 'chromium'])
    },
    installWithApt: () =>
      run('apt-get', ['update']) && run('apt-get', ['install', '-y', debianPackage]),
    say: (line) => process.stderr.write(`${line}\n`),
  }
}

/**
 * Runs a program whose output goes to standard error, for the path is what we print.
 *
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 240_000,
  })
  return status === 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.stdout.write(`${resolveBrowser(thisMachine())}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
