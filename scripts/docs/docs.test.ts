import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { headingsOf, idOfHeading, mentionsOf, type Command } from './mentions.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const filesOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md'),
  ...filesOf('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

const scripts: Readonly<Record<string, string>> = manifest.scripts

/** Whether a path exists; `<name>` and `*` stand for any name. */
function exists(path: string): boolean {
  if (!/[<*]/.test(path)) return existsSync(join(root, path))
  const parts = path.replace(/<[^>]+>/g, '*').split('/')
  const name = (part: string) =>
    new RegExp(`^${part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]+')}$`)
  let found = ['']
  for (const part of parts.filter(Boolean))
    found = found
      .filter((path) => statSync(join(root, path)).isDirectory())
      .flatMap((folder) =>
        readdirSync(join(root, folder))
          .filter((entry) => name(part).test(entry))
          .map((entry) => join(folder, entry)),
      )
  return found.length > 0
}

/** Whether a link leads to a file, and to a heading in it where it names one. */
function leads(page: string, target: string): boolean {
  const [file = '', id] = target.split('#')
  const path = file === '' ? page : join(dirname(page), file)
  if (!existsSync(join(root, path))) return false
  return id === undefined || headingsOf(read(path)).map(idOfHeading).includes(id)
}

/** The script of ours that a command runs, if it is one. */
function scriptOf({ program }: Command): string | undefined {
  const command = program.startsWith('node ')
    ? program
    : (scripts[program.replace(/^npm (run )?/, '')] ?? '')
  return /^node (\S+)$/.exec(command)?.[1]
}

/** Why a command would not run, or null. */
function problemOf(command: Command): string | null {
  const { program, words } = command
  const name = /^npm (?:run )?(\S+)/.exec(program)?.[1]
  if (name !== undefined && !['ci', 'pack'].includes(name) && scripts[name] === undefined)
    return `package.json has no script ${name}`
  const missing = words.filter((word) => /^[\w.-]+\/[\w./-]+$/.test(word) && !exists(word))
  if (missing.length > 0) return `${missing.join(', ')} is not there`
  const script = scriptOf(command)
  if (script === undefined) return null
  if (!exists(script)) return `${script} is not there`
  const options = words.filter((word) => word.startsWith('--') && word !== '--help')
  const known = options.length > 0 ? optionsOf(script) : ''
  const unknown = options.filter((option) => !known.includes(option))
  return unknown.length > 0 ? `${script} has no ${unknown.join(', ')}` : null
}

const helps = new Map<string, string>()

/** What a script says of its options: its help, or its first comment where it has none. */
function optionsOf(script: string): string {
  const source = read(script)
  const beside = [...source.matchAll(/from '(\.\/[^']+)'/g)].map(([, path = '']) =>
    read(join(dirname(script), path)),
  )
  let help = helps.get(script)
  help ??= [source, ...beside].some((text) => text.includes('--help'))
    ? spawnSync(process.execPath, [join(root, script), '--help'], { encoding: 'utf8' }).stdout
    : source.slice(0, source.indexOf('*/'))
  helps.set(script, help)
  return help
}

describe.each(pages)('%s', (page) => {
  const { links, paths, commands } = mentionsOf(read(page))

  it('links to what exists', () => {
    expect(links.filter((target) => !leads(page, target))).toEqual([])
  })

  it('names paths that exist', () => {
    expect(paths.filter((path) => !exists(path))).toEqual([])
  })

  it('names commands that run', () => {
    expect(commands.map(problemOf).filter((problem) => problem !== null)).toEqual([])
  })
})
