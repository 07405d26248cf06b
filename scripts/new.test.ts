import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
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

it.each(Object.entries(made))('makes a %s, and never twice', (kind, name) => {
  expectSuccess('scripts/new.mjs', kind, name)
  const again = run('scripts/new.mjs', kind, name)
  expect(again.status).toBe(1)
  expect(again.output).toMatch(/exists already|cannot be a name/)
})

it('makes code that passes types', () => {
  expectSuccess(tool('typescript/lib/tsc.js'), '--noEmit', '-p', 'tsconfig.core.json')
})

it('makes code that passes style and format', () => {
  const code = ['src/core/checks', 'src/locales', 'scenarios']
  expectSuccess(tool('eslint/bin/eslint.js'), '--max-warnings', '0', ...code)
  expectSuccess(tool('prettier/bin/prettier.cjs'), '--check', ...code, 'lessons', 'docs/checks.md')
})

it('makes code and lessons that pass the tests', () => {
  const tests = [
    'src/core/checks/rules',
    'src/locales',
    'src/features/endpoint/scenario-texts',
    'scripts/docs/generated',
    'scripts/course/read-course',
    'lab-server/scenario/course-scenarios',
  ]
  expectSuccess(tool('vitest/vitest.mjs'), 'run', '--project', 'unit', '--reporter=dot', ...tests)
})

it('says what it cannot make, and why', () => {
  expect(run('scripts/new.mjs', 'poem', 'ode')).toMatchObject({ status: 1 })
  expect(run('scripts/new.mjs', 'lesson', 'Ode').output).toContain('"Ode" is no name')
  expect(run('scripts/new.mjs', '--help').output).toContain('npm run new -- <kind> <name>')
})
