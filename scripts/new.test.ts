import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
/** A copy of the sources, in which one of each kind is made. */
const copy = realpathSync(mkdtempSync(join(tmpdir(), 'upgrade-101-')))
const NOT_COPIED = new Set(['.git', 'node_modules', 'dist', 'build', 'coverage', 'test-results'])

const made = {
  lesson: 'made-lesson',
  check: 'made-check',
  scenario: 'made-scenario',
  figure: 'made-figure',
  view: 'made-view',
}

function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, VITEST: undefined },
  })
  return { status, output: stdout + stderr }
}

function expectSuccess(...words: readonly string[]) {
  const { status, output } = run(...words)
  expect(status, output).toBe(0)
}

const tool = (path: string) => join(root, 'node_modules', path)

beforeAll(() => {
  for (const name of readdirSync(root))
    if (!NOT_COPIED.has(name))
      cpSync(join(root, name), join(copy, name), {
        recursive: true,
        filter: (source) => basename(source) !== 'node_modules',
      })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** What was created or changed. */
const files: string[] = []

it.each(Object.entries(made))('makes a %s, and never twice', (kind, name) => {
  const { status, output } = run('scripts/new.mjs', kind, name)
  expect(status, output).toBe(0)
  files.push(...[...output.matchAll(/^(?:created|changed) +(\S+)$/gm)].map(([, file = '']) => file))
  const again = run('scripts/new.mjs', kind, name)
  expect(again.status).toBe(1)
  expect(again.output).toMatch(/exists already|cannot be a name/)
})

it('makes code that passes types', () => {
  const config = {
    extends: './tsconfig.app.json',
    include: [
      'src/*.d.ts',
      'src/core/checks/rules/*',
      'src/figures/made-*/*',
      'src/views/made-*/*',
    ],
    exclude: ['src/**/*.test.ts'],
  }
  writeFileSync(join(copy, 'tsconfig.made.json'), JSON.stringify(config))
  expectSuccess(tool('vue-tsc/bin/vue-tsc.js'), '--noEmit', '-p', 'tsconfig.made.json')
})

it('makes code that passes style and format', () => {
  const code = files.filter((file) => /^(src|scenarios)\/.*\.(js|ts|vue)$/.test(file))
  expect(code.length).toBeGreaterThan(10)
  expectSuccess(tool('eslint/bin/eslint.js'), '--max-warnings', '0', ...code)
  expectSuccess(tool('prettier/bin/prettier.cjs'), '--check', '--ignore-unknown', ...files)
})

it('makes code and lessons that pass the tests', () => {
  const tests = [
    'src/core/checks/rules/index',
    'src/core/checks/rules/made-check',
    'src/figures/figures',
    'src/figures/made-figure',
    'src/views/made-view',
    'src/locales',
    'src/features/endpoint/scenario-texts',
    'scripts/docs/generated',
    'scripts/course/read-course',
  ]
  const options = ['--reporter=dot', '--maxWorkers=1']
  expectSuccess(tool('vitest/vitest.mjs'), 'run', '--project', 'unit', ...options, ...tests)
  // The other scenarios are as they were, and take real time.
  const scenario = ['lab-server/scenario/course-scenarios', '-t', made.scenario]
  expectSuccess(tool('vitest/vitest.mjs'), 'run', '--project', 'isolated', ...options, ...scenario)
})

it('says what it cannot make, and why', () => {
  expect(run('scripts/new.mjs', 'poem', 'ode')).toMatchObject({ status: 1 })
  expect(run('scripts/new.mjs', 'lesson', 'Ode').output).toContain('"Ode" is no name')
  expect(run('scripts/new.mjs', '--help').output).toContain('npm run new -- <kind> <name>')
})
