import { expect, test } from 'vitest'
import { resolveBrowser, type Machine } from './browser.mjs'

const own = '/cache/playwright/chrome'

interface World extends Partial<Machine> {
  /** Browsers that are there and start. */
  readonly working?: readonly string[]
  /** Browsers that are there and do not start: a library is missing. */
  readonly broken?: readonly string[]
  readonly playwrightBrings?: 'a working one' | 'a broken one' | 'nothing'
  readonly aptBrings?: string
}

/** A machine with these browsers, and what was done to it. */
function machineWith({
  working = [],
  broken = [],
  playwrightBrings = 'nothing',
  aptBrings,
  ...rest
}: World) {
  const present = new Set([...working, ...broken])
  const startable = new Set(working)
  const done: string[] = []
  const bring = (path: string, starts: boolean) => {
    present.add(path)
    if (starts) startable.add(path)
  }
  const machine: Machine = {
    environment: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    isRoot: false,
    isDebian: false,
    isFile: (path) => present.has(path),
    starts: (path) => startable.has(path),
    playwrightPath: () => own,
    installWithPlaywright() {
      done.push('playwright')
      if (playwrightBrings !== 'nothing') bring(own, playwrightBrings === 'a working one')
      return playwrightBrings !== 'nothing'
    },
    installWithApt() {
      done.push('apt')
      if (aptBrings !== undefined) bring(aptBrings, true)
      return aptBrings !== undefined
    },
    why: (path) => `${path}: error while loading shared libraries: libnss3.so`,
    linuxFamily: () => 'ID=ubuntu\nID_LIKE=debian',
    say: (line) => done.push(line),
    ...rest,
  }
  return { machine, done }
}

test('takes the browser that is named, before any other', () => {
  const { machine, done } = machineWith({
    working: ['/usr/bin/google-chrome', '/home/ada/chrome'],
    environment: { PATH: '/usr/bin', UPGRADE101_BROWSER: '/home/ada/chrome' },
  })
  expect(resolveBrowser(machine)).toBe('/home/ada/chrome')
  expect(done).toEqual([])
})

test('takes a command for a name', () => {
  const { machine } = machineWith({
    working: ['/usr/bin/chromium', '/opt/bin/my-chrome'],
    environment: { PATH: '/usr/bin:/opt/bin', UPGRADE101_BROWSER: 'my-chrome' },
  })
  expect(resolveBrowser(machine)).toBe('/opt/bin/my-chrome')
})

test('never replaces a named browser by another', () => {
  const environment = { PATH: '/usr/bin', UPGRADE101_BROWSER: '/home/ada/chrome' }
  const missing = machineWith({ working: ['/usr/bin/chromium'], environment })
  expect(() => resolveBrowser(missing.machine)).toThrow('there is no such program')
  const broken = machineWith({ broken: ['/home/ada/chrome'], environment })
  expect(() => resolveBrowser(broken.machine)).toThrow('/home/ada/chrome does not start')
})

test.each([
  ['linux', { PATH: '/usr/bin' }, '/usr/bin/google-chrome-stable'],
  ['linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium'],
  ['linux', {}, '/opt/google/chrome/chrome'],
  ['linux', {}, '/snap/bin/chromium'],
  ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  [
    'darwin',
    { HOME: '/Users/ada' },
    '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  [
    'win32',
    { ProgramFiles: 'C:\\Program Files' },
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  [
    'win32',
    { LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' },
    'C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
  ],
])('finds an installed one on %s with %j', (platform, environment, path) => {
  const { machine, done } = machineWith({ platform, environment, working: [path] })
  expect(resolveBrowser(machine)).toBe(path)
  expect(done).toEqual([])
})

test('prefers the one without windows, which is the quickest', () => {
  const { machine } = machineWith({
    working: ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'],
  })
  expect(resolveBrowser(machine)).toBe('/usr/bin/chromium-headless-shell')
})

test('passes over one that does not start', () => {
  const { machine } = machineWith({
    broken: ['/usr/bin/google-chrome'],
    working: ['/usr/bin/chromium'],
  })
  expect(resolveBrowser(machine)).toBe('/usr/bin/chromium')
})

test("takes Playwright's own when it is there", () => {
  const { machine, done } = machineWith({ working: [own] })
  expect(resolveBrowser(machine)).toBe(own)
  expect(done).toEqual([])
})

test('lets Playwright download one, and says so', () => {
  const { machine, done } = machineWith({ playwrightBrings: 'a working one' })
  expect(resolveBrowser(machine)).toBe(own)
  expect(done).toEqual([
    'No Chrome or Chromium is installed: Playwright downloads one.',
    'playwright',
  ])
})

test.each(['nothing', 'a broken one'] as const)(
  "takes Debian's package as root when Playwright brings %s, and says so",
  (playwrightBrings) => {
    const { machine, done } = machineWith({
      playwrightBrings,
      aptBrings: '/usr/bin/chromium-headless-shell',
      isRoot: true,
      isDebian: true,
    })
    expect(resolveBrowser(machine)).toBe('/usr/bin/chromium-headless-shell')
    expect(done).toContainEqual(expect.stringContaining('apt-get install -y chromium'))
  },
)

test.each([
  { isRoot: false, isDebian: true },
  { isRoot: true, isDebian: false },
])('installs no package with %j, and fails', (system) => {
  const { machine, done } = machineWith({ aptBrings: '/usr/bin/chromium', ...system })
  expect(() => resolveBrowser(machine)).toThrow('UPGRADE101_BROWSER=/path/to/chrome npm test')
  expect(done).not.toContain('apt')
})

test('fails when nothing works', () => {
  const { machine } = machineWith({ isRoot: true, isDebian: true })
  expect(() => resolveBrowser(machine)).toThrow('There is no browser for the browser tests')
})

test.each([
  ['ID=ubuntu\nID_LIKE=debian', 'sudo npx playwright install-deps chromium'],
  ['ID=fedora', 'sudo dnf install chromium'],
  ['ID=arch', 'sudo pacman -S chromium'],
  ['ID=slackware', 'the chromium package of your system'],
])(
  'a browser that lacks libraries is told from none, with the command of %s',
  (system, command) => {
    const { machine } = machineWith({
      broken: ['/usr/bin/chromium'],
      linuxFamily: () => system,
    })
    expect(() => resolveBrowser(machine)).toThrow(
      /\/usr\/bin\/chromium.*error while loading shared libraries: libnss3\.so/,
    )
    expect(() => resolveBrowser(machine)).toThrow(command)
  },
)
