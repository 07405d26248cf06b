import { expect, test } from 'vitest'
import { findProgram, firefox, tshark, type Machine } from './find-program.mjs'

interface World {
  readonly working?: readonly string[]
  readonly environment?: Machine['environment']
  readonly isRoot?: boolean
  readonly isDebian?: boolean
  readonly aptBrings?: string
}

/** A machine with these programs, and what was done to it. */
function machineWith({ working = [], environment = {}, aptBrings, ...rest }: World) {
  const present = new Set(working)
  const done: string[] = []
  const machine: Machine = {
    environment: { PATH: '/usr/bin', ...environment },
    platform: 'linux',
    isRoot: false,
    isDebian: true,
    isFile: (path) => present.has(path) || path === '/old/firefox',
    starts: (path) => present.has(path),
    why: () => '',
    installWithApt() {
      done.push('apt')
      if (aptBrings !== undefined) present.add(aptBrings)
      return aptBrings !== undefined
    },
    say: (line) => done.push(line),
    ...rest,
  }
  return { machine, done }
}

test('takes the program that is named, and never another', () => {
  const environment = { UPGRADE101_FIREFOX: '/opt/firefox', UPGRADE101_TSHARK: '/opt/tshark' }
  const working = ['/usr/bin/firefox-esr', '/opt/firefox', '/usr/bin/tshark', '/opt/tshark']
  expect(findProgram(firefox, machineWith({ working, environment }).machine)).toBe('/opt/firefox')
  expect(findProgram(tshark, machineWith({ working, environment }).machine)).toBe('/opt/tshark')

  const missing = machineWith({ working: ['/usr/bin/firefox', '/usr/bin/tshark'], environment })
  expect(() => findProgram(firefox, missing.machine)).toThrow('there is no such program')
  expect(() => findProgram(tshark, missing.machine)).toThrow(
    'UPGRADE101_TSHARK names "/opt/tshark"',
  )
  const old = machineWith({ environment: { UPGRADE101_FIREFOX: '/old/firefox' } })
  expect(() => findProgram(firefox, old.machine)).toThrow('does not start as Firefox 140 or newer')
})

test('takes an installed one, and installs nothing', () => {
  const { machine, done } = machineWith({
    working: ['/usr/bin/firefox', '/usr/bin/tshark'],
    isRoot: true,
  })
  expect(findProgram(firefox, machine)).toBe('/usr/bin/firefox')
  expect(findProgram(tshark, machine)).toBe('/usr/bin/tshark')
  expect(done).toEqual([])
})

test.each([
  [firefox, '/usr/bin/firefox-esr', 'apt-get install -y firefox-esr'],
  [tshark, '/usr/bin/tshark', 'apt-get install -y --no-install-recommends tshark'],
])("takes Debian's package of $name as root, and says so", (program, path, command) => {
  const { machine, done } = machineWith({ isRoot: true, aptBrings: path })
  expect(findProgram(program, machine)).toBe(path)
  expect(done[0]).toContain(command)
})

test.each([
  { isRoot: false, aptBrings: '/usr/bin/tshark' },
  { isRoot: true, isDebian: false, aptBrings: '/usr/bin/tshark' },
  { isRoot: true },
])('fails with what to do where there is none: %j', (world) => {
  expect(() => findProgram(tshark, machineWith(world).machine)).toThrow(
    'UPGRADE101_TSHARK=/path/to/tshark',
  )
  const { machine, done } = machineWith(world)
  expect(() => findProgram(firefox, machine)).toThrow('UPGRADE101_FIREFOX=/path/to/firefox')
  expect(done.includes('apt')).toBe(world.isRoot && world.isDebian !== false)
})

test.each([
  ['Mozilla Firefox 153.7.0esr', true],
  ['Mozilla Firefox 128.3.1esr', false],
  ['Chromium 156', false],
])('can drive %s: %s', (version, drivable) => {
  expect(firefox.accepts(version)).toBe(drivable)
})
