/**
 * The tshark that reads what we export.
 *
 * `UPGRADE101_TSHARK` decides; else an installed one; else, as root on Debian, the system's package.
 * Where nothing works there is an error: tests that did not run must not look as if they had.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * What resolving asks of the machine, and does to it.
 *
 * @typedef {object} Machine
 * @property {Readonly<Record<string, string | undefined>>} environment
 * @property {boolean} isRoot
 * @property {boolean} isDebian Debian itself, or a system made from it
 * @property {(program: string) => boolean} starts whether this path or command is a tshark that starts
 * @property {() => boolean} installWithApt
 * @property {(line: string) => void} say
 */

const names = ['tshark', '/Applications/Wireshark.app/Contents/MacOS/tshark']

/**
 * @param {Machine} machine
 * @returns {string} a command or the path of a tshark that starts
 * @throws {Error} which says what was tried and what to do
 */
export function resolveTshark(machine) {
  const named = machine.environment.UPGRADE101_TSHARK
  if (named) {
    if (machine.starts(named)) return named
    throw new Error(`UPGRADE101_TSHARK names "${named}", and no tshark starts there.`)
  }
  const installed = names.find(machine.starts)
  if (installed !== undefined) return installed
  if (machine.isRoot && machine.isDebian) {
    machine.say(
      'No tshark is installed: apt-get update && apt-get install -y --no-install-recommends tshark',
    )
    const packaged = machine.installWithApt() ? names.find(machine.starts) : undefined
    if (packaged !== undefined) return packaged
  }
  throw new Error(
    'There is no tshark to read the exported captures: none is installed, and none could be ' +
      'installed. Install it (it comes with Wireshark), or name one: ' +
      'UPGRADE101_TSHARK=/path/to/tshark npm run test:interop',
  )
}

/** @returns {Machine} this one */
export function thisMachine() {
  return {
    environment: process.env,
    isRoot: process.getuid?.() === 0,
    isDebian: existsSync('/etc/debian_version'),
    starts(program) {
      const { status, stdout } = spawnSync(program, ['--version'], { timeout: 30_000 })
      return status === 0 && /tshark/i.test(String(stdout))
    },
    installWithApt: () =>
      run('apt-get', ['update']) &&
      run('apt-get', ['install', '-y', '--no-install-recommends', 'tshark']),
    say: (line) => process.stderr.write(`${line}\n`),
  }
}

/**
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
