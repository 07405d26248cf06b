import { expect, test } from 'vitest'
import type { Machine } from './browser.mjs'
import { isDrivable, resolveFirefox } from './firefox.mjs'

interface World {
  readonly working?: readonly string[]
  readonly environment?: Machine['environment']
  readonly isRoot?: boolean
  readonly aptBrings?: string
}

/** A machine with these browsers, and what was done to it. */
function machineWith({ working = [], environment = {}, isRoot = false, aptBrings }: World) {
  const present = new Set(working)
  const done: string[] = []
  const machine: Machine = {
    environment: { PATH: '/usr/bin', ...environment },
    platform: 'linux',
    isRoot,
    isDebian: true,
    isFile: (path) => present.has(path) || path === '/old/firefox',
    starts: (path) => present.has(path),
    playwrightPath: () => '',
    installWithPlaywright: () => false,
    installWithApt() {
      done.push('apt')
      if (aptBrings !== undefined) present.add(aptBrings)
      return aptBrings !== undefined
    },
    say: (line) => done.push(line),
  }
  return { machine, done }
}

test('takes the Firefox that is named, and never another', () => {
  const environment = { UPGRADE101_FIREFOX: '/opt/firefox' }
  const working = ['/usr/bin/firefox-esr', '/opt/firefox']
  expect(resolveFirefox(machineWith({ working, environment }).machine)).toBe('/opt/firefox')
  const missing = machineWith({ working: ['/usr/bin/firefox'], environment })
  expect(() => resolveFirefox(missing.machine)).toThrow('there is no such program')
  const old = machineWith({ environment: { UPGRADE101_FIREFOX: '/old/firefox' } })
  expect(() => resolveFirefox(old.machine)).toThrow('is no Firefox 140 or newer')
})

test('takes an installed one', () => {
  expect(resolveFirefox(machineWith({ working: ['/usr/bin/firefox'] }).machine)).toBe(
    '/usr/bin/firefox',
  )
})

test("takes Debian's package as root, and says so", () => {
  const { machine, done } = machineWith({ isRoot: true, aptBrings: '/usr/bin/firefox-esr' })
  expect(resolveFirefox(machine)).toBe('/usr/bin/firefox-esr')
  expect(done[0]).toContain('apt-get install -y firefox-esr')
})

test('fails where there is none, and says what to do', () => {
  const { machine, done } = machineWith({ aptBrings: '/usr/bin/firefox-esr' })
  expect(() => resolveFirefox(machine)).toThrow('UPGRADE101_FIREFOX=/path/to/firefox')
  expect(done).toEqual([])
  expect(() => resolveFirefox(machineWith({ isRoot: true }).machine)).toThrow('could be installed')
})

test('knows the versions that can be driven', () => {
  expect(isDrivable('Mozilla Firefox 153.7.0esr')).toBe(true)
  expect(isDrivable('Mozilla Firefox 128.3.1esr')).toBe(false)
  expect(isDrivable('Chromium 156')).toBe(false)
})
