/**
 * Programs that tests need: the variable that names one decides; else an installed one; else, as
 * root on Debian, the system's package. Where nothing works there is an error, because a test that
 * did not run must not look as if it had passed.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, isAbsolute, join, sep } from 'node:path'

/**
 * @typedef {object} Program
 * @property {string} name as messages call it
 * @property {string} variable the environment variable that names one
 * @property {readonly string[]} commands
 * @property {readonly string[]} usualPaths
 * @property {(version: string) => boolean} accepts what `--version` prints
 * @property {string} [versionOption] where it is another
 * @property {readonly string[]} aptArguments after `apt-get install -y`
 */

/**
 * What finding a program asks of the machine, and does to it.
 *
 * @typedef {object} Machine
 * @property {Readonly<Record<string, string | undefined>>} environment
 * @property {string} platform as `process.platform`
 * @property {boolean} isRoot
 * @property {boolean} isDebian Debian itself, or a system made from it
 * @property {(path: string) => boolean} isFile whether it can be executed
 * @property {(path: string) => boolean} starts with all its libraries, in a version that is accepted
 * @property {(path: string) => string} why what a program that does not start says
 * @property {() => boolean} installWithApt
 * @property {(line: string) => void} say
 */

/** The first Firefox that Playwright drives by `channel: 'moz-firefox'`. */
const MIN_FIREFOX = 140

/** @type {Program} */
export const firefox = {
  name: `Firefox ${MIN_FIREFOX} or newer`,
  variable: 'UPGRADE101_FIREFOX',
  commands: ['firefox-esr', 'firefox'],
  usualPaths: [
    '/usr/lib/firefox-esr/firefox-esr',
    '/usr/lib/firefox/firefox',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  accepts: (version) => Number(/Mozilla Firefox (\d+)/.exec(version)?.[1]) >= MIN_FIREFOX,
  aptArguments: ['firefox-esr'],
}

/** @type {Program} */
export const tshark = {
  name: 'tshark',
  variable: 'UPGRADE101_TSHARK',
  commands: ['tshark'],
  usualPaths: ['/Applications/Wireshark.app/Contents/MacOS/tshark'],
  accepts: (version) => /tshark/i.test(version),
  aptArguments: ['--no-install-recommends', 'tshark'],
}

/** @type {Program} */
export const nginx = {
  name: 'nginx',
  variable: 'UPGRADE101_NGINX',
  commands: ['nginx'],
  usualPaths: ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'],
  accepts: (version) => /nginx version/.test(version),
  versionOption: '-v',
  aptArguments: ['--no-install-recommends', 'nginx-light'],
}

/** @type {Program} */
export const redis = {
  name: 'Redis or Valkey',
  variable: 'UPGRADE101_REDIS',
  commands: ['valkey-server', 'redis-server'],
  usualPaths: ['/usr/bin/redis-server', '/usr/bin/valkey-server', '/opt/homebrew/bin/redis-server'],
  accepts: (version) => /^(?:Redis|Valkey) server/i.test(version),
  aptArguments: ['--no-install-recommends', 'redis-server'],
}

/**
 * @param {Program} program
 * @param {Machine} [machine]
 * @returns {string} the path of one that starts
 * @throws {Error} which says what was tried and what to do
 */
export function findProgram(program, machine = thisMachine(program)) {
  const named = findNamed(program, machine)
  if (named !== null) return named
  const candidates = [
    ...program.commands.flatMap((name) => candidatesNamed(machine, name)),
    ...program.usualPaths,
  ]
  const installed = firstWorking(machine, candidates)
  if (installed !== null) return installed
  if (machine.isRoot && machine.isDebian) {
    const install = `apt-get update && apt-get install -y ${program.aptArguments.join(' ')}`
    machine.say(`There is no ${program.name}: ${install}`)
    const packaged = machine.installWithApt() ? firstWorking(machine, candidates) : null
    if (packaged !== null) return packaged
  }
  throw new Error(
    `There is no ${program.name}, and none could be installed. ` +
      `Install one, or name one: ${program.variable}=/path/to/${program.commands.at(-1)}`,
  )
}

/**
 * The program that the environment names, never another in its place.
 *
 * @param {Pick<Program, 'name' | 'variable'>} program
 * @param {Pick<Machine, 'environment' | 'platform' | 'isFile' | 'starts'>} machine
 * @returns {string | null} null where the environment names none
 */
export function findNamed({ name, variable }, machine) {
  const named = machine.environment[variable]
  if (!named) return null
  const path = candidatesNamed(machine, named).find(machine.isFile)
  if (path === undefined)
    throw new Error(`${variable} names "${named}", and there is no such program.`)
  if (!machine.starts(path))
    throw new Error(`${variable} names "${named}", and ${path} does not start as ${name}.`)
  return path
}

/**
 * @param {Pick<Machine, 'isFile' | 'starts'>} machine
 * @param {readonly string[]} paths
 */
export function firstWorking(machine, paths) {
  return paths.find((path) => machine.isFile(path) && machine.starts(path)) ?? null
}

/**
 * The paths that a path or a command may mean.
 *
 * @param {Pick<Machine, 'environment' | 'platform'>} machine
 * @param {string} name
 */
export function candidatesNamed({ environment, platform }, name) {
  if (isAbsolute(name) || name.includes(sep) || name.includes('/')) return [name]
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter(Boolean)
  const files = platform === 'win32' ? [`${name}.exe`, name] : [name]
  return folders.flatMap((folder) => files.map((file) => join(folder, file)))
}

/**
 * @param {Pick<Program, 'accepts' | 'aptArguments' | 'versionOption'>} program
 * @returns {Machine}
 */
export function thisMachine({ accepts, aptArguments, versionOption = '--version' }) {
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
      // Chrome and Firefox for Windows open a window instead of printing their version.
      if (process.platform === 'win32') return true
      const { status, stdout, stderr } = spawnSync(path, [versionOption], { timeout: 120_000 })
      return status === 0 && accepts(`${stdout}${stderr}`)
    },
    why(path) {
      const { stderr } = spawnSync(path, [versionOption], { timeout: 120_000, encoding: 'utf8' })
      return (stderr ?? '').trim().split('\n')[0] ?? ''
    },
    installWithApt: () =>
      runLoudly('apt-get', ['update']) && runLoudly('apt-get', ['install', '-y', ...aptArguments]),
    say: (line) => process.stderr.write(`${line}\n`),
  }
}

/**
 * Runs a program whose output goes to standard error, because the path found goes to standard output.
 *
 * @param {string} program
 * @param {string[]} args
 */
export function runLoudly(program, args) {
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 2, 2],
    // In this runlevel a package's service does not start.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    timeout: 600_000,
  })
  return status === 0
}
