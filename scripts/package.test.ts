import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
// Written by hand, with these fields.
const { bin, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  bin: Record<string, string>
  files: string[]
}

/** A script and all that it imports of ours, relative to the root. */
function withImports(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found
  found.add(path)
  const source = readFileSync(join(root, path), 'utf8')
  for (const [, specifier = ''] of source.matchAll(/^import .* from '(\..*)'$/gm)) {
    withImports(join(dirname(path), specifier), found)
  }
  return found
}

test('the package holds its command, with all that it imports and serves', () => {
  const needed = Object.values(bin).flatMap((path) => [...withImports(path)])
  expect(needed).toContain('scripts/start-options.mjs')
  expect(files).toEqual(expect.arrayContaining(needed))
  expect(files).toEqual(
    expect.arrayContaining(['build/began', 'build/lab-server.mjs', 'dist', 'scenarios']),
  )
  const notBuilt = files.filter((path) => !/^(build|dist)\b/.test(path))
  expect(notBuilt.filter((path) => !existsSync(join(root, path)))).toEqual([])
})
