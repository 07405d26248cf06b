import { cruise } from 'dependency-cruiser'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import configuration from '../.dependency-cruiser.mjs'

/** Each import that must not be, and the rule that says so. */
const forbidden: readonly (readonly [from: string, to: string, rule: string])[] = [
  ['src/core/protocol/a.ts', 'src/core/trace/target.ts', 'src/core/protocol-imports'],
  ['src/core/trace/a.ts', 'src/core/checks/target.ts', 'src/core/trace-imports'],
  ['src/core/checks/a.ts', 'src/core/lesson/target.ts', 'src/core/checks-imports'],
  ['src/core/lesson/a.ts', 'src/stores/target.ts', 'src/core/lesson-imports'],
  ['src/in-page-network/a.ts', 'src/sandbox/target.ts', 'src/in-page-network-imports'],
  ['src/sandbox/host.ts', 'src/in-page-network/target.ts', 'sandbox-imports'],
  ['src/sandbox/guest/a.ts', 'src/stores/target.ts', 'sandbox-guest-imports'],
  ['src/stores/a.ts', 'src/sandbox/target.ts', 'src/stores-imports'],
  ['src/stores/b.ts', 'src/views/wire/target.ts', 'src/stores-imports'],
  ['src/sandbox/guest/c.ts', 'src/core/trace/events/target.ts', 'no-traits-in-the-sandbox'],
  ['src/ui/A.vue', 'src/stores/target.ts', 'src/ui-imports'],
  ['src/figures/a.ts', 'src/views/wire/target.ts', 'src/figures-imports'],
  ['src/figures/b.ts', 'src/stores/target.ts', 'src/figures-imports'],
  ['src/figures/one/a.ts', 'src/figures/two/target.ts', 'figures-are-apart'],
  ['src/run/a.ts', 'src/stores/target.ts', 'src/run-imports'],
  ['src/features/console/Console.vue', 'src/features/editor/target.ts', 'features-imports'],
  ['src/views/log/Log.vue', 'src/views/wire/target.ts', 'views-imports'],
  ['src/views/log/log.ts', 'src/views/wire/Target.vue', 'views-imports'],
  ['lab-server/a.ts', 'src/in-page-network/target.ts', 'lab-server-imports'],
  ['src/app/main.ts', 'lab-server/target.ts', 'nothing-imports-the-lab-server'],
  ['src/core/protocol/b.ts', 'node:fs', 'core-is-not-node'],
  ['src/core/protocol/c.ts', 'some-package', 'core-packages'],
  ['src/core/trace/missing.ts', './nowhere.ts', 'no-unresolved'],
]

const allowed: readonly (readonly [from: string, to: string])[] = [
  ['src/core/checks/b.ts', 'src/core/protocol/target.ts'],
  ['src/in-page-network/b.ts', 'src/core/trace/target.ts'],
  ['src/sandbox/guest/b.ts', 'src/in-page-network/target.ts'],
  ['src/figures/one/b.ts', 'src/figures/one/target.ts'],
  ['src/figures/one/c.ts', 'src/figures/target.ts'],
  ['src/views/log/B.vue', 'src/stores/target.ts'],
  ['src/views/log/c.ts', 'src/views/log/Target.vue'],
  ['src/stores/c.ts', 'src/sandbox/host.ts'],
  ['src/stores/d.ts', 'src/run/target.ts'],
  ['src/run/b.ts', 'src/sandbox/host.ts'],
  ['src/stores/c.test.ts', 'src/views/wire/target.ts'],
  ['lab-server/b.ts', 'src/core/protocol/target.ts'],
]

let root: string
let violations: readonly string[]

/** A project of these imports; half of them of types, which count too. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'import-rules-'))
  const files = new Map<string, string>()
  const all = [...forbidden.map(([from, to]) => [from, to] as const), ...allowed]
  for (const [, to] of all) if (/^(src|lab-server)\//.test(to)) files.set(to, contentOf(to, ''))
  for (const [index, [from, to]] of all.entries()) {
    files.set(from, contentOf(from, importOf(from, to, index % 2 === 0)))
  }
  files.set('src/stores/circle-a.ts', "import './circle-b.ts'")
  files.set('src/stores/circle-b.ts', "import './circle-a.ts'")
  files.set('node_modules/some-package/package.json', '{ "exports": "./index.js" }')
  files.set('node_modules/some-package/index.js', 'export const value = 1')
  for (const [path, content] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  const { forbidden: rules = [], options } = configuration
  const { output } = await cruise(['src', 'lab-server'], {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: rules },
  })
  if (typeof output === 'string') throw new Error(output)
  violations = output.summary.violations.map(
    ({ from, to, rule }) => `${rule.name}: ${from} → ${to}`,
  )
})

afterAll(() => rm(root, { recursive: true }))

function importOf(from: string, to: string, ofType: boolean): string {
  const specifier = /^(src|lab-server)\//.test(to)
    ? `${'../'.repeat(from.split('/').length - 1)}${to}`
    : to
  return ofType
    ? `import type { value } from '${specifier}'\nexport type Value = typeof value`
    : `import { value } from '${specifier}'\nexport const other = value`
}

function contentOf(path: string, statements: string): string {
  const content = statements || 'export const value = 1'
  return path.endsWith('.vue')
    ? `<template><p /></template>\n<script setup lang="ts">\n${content.replaceAll('export ', '')}\n</script>\n`
    : content
}

test.each(forbidden)('%s may not import %s', (from, _to, rule) => {
  expect(violations).toContainEqual(expect.stringContaining(`${rule}: ${from} → `))
})

test.each(allowed)('%s may import %s', (from, to) => {
  expect(violations.filter((violation) => violation.endsWith(`${from} → ${to}`))).toEqual([])
})

test('there are no circles', () => {
  expect(violations.some((violation) => violation.startsWith('no-circles: '))).toBe(true)
})
