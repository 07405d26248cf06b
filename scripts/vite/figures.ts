/**
 * `virtual:figures`: for each folder of `src/figures/`, a function that loads its component.
 * `virtual:figure-uses`: the lessons that show each of them.
 * `readFigures` gives the figures' declared properties to the course reader.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runnerImport, type Plugin } from 'vite'
import type { KnownFigures } from '../../src/core/lesson/figure-properties.ts'
import type { FigureDefinition } from '../../src/figures/figure.ts'

const FIGURES = 'virtual:figures'
const USES = 'virtual:figure-uses'
const RESOLVED = '\0'

/** A figure's line in a lesson: `::: figure close-codes`. */
const USE = /^::: figure ([a-z0-9-]+)/gm

export function figures(root: string): Plugin {
  return {
    name: 'figures',
    resolveId: (id) => (id === FIGURES || id === USES ? RESOLVED + id : undefined),
    load(id) {
      if (id === RESOLVED + USES)
        return `export const figureUses = ${JSON.stringify(figureUses(root))}`
      if (id !== RESOLVED + FIGURES) return undefined
      const entries = figureNames(root).map((name) => {
        const file = componentOf(root, name)
        if (!existsSync(file)) this.error(`the figure ${name} has no ${path.relative(root, file)}`)
        return `${JSON.stringify(name)}: () => import(${JSON.stringify(file)})`
      })
      return `export const figures = { ${entries.join(', ')} }`
    },
  }
}

/** The properties that each figure declares in its `figure.ts`. */
export async function readFigures(root: string): Promise<KnownFigures> {
  const read = async (name: string) => {
    const file = path.join(folderOf(root), name, 'figure.ts')
    const { module } = await runnerImport<{ default: FigureDefinition<object> }>(file)
    return [name, module.default.properties] as const
  }
  return Object.fromEntries(await Promise.all(figureNames(root).map(read)))
}

/** The lessons that show each figure, by the figure's name. A lesson has the same in every language. */
function figureUses(root: string): Readonly<Record<string, readonly string[]>> {
  const folder = path.join(root, 'lessons')
  const uses: Record<string, string[]> = Object.fromEntries(
    figureNames(root).map((name) => [name, []]),
  )
  if (!existsSync(folder)) return uses
  for (const slug of readdirSync(folder).sort()) {
    const file = path.join(folder, slug, 'en.md')
    if (!/^[a-z]/.test(slug) || !existsSync(file)) continue
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(USE))
      if (uses[name]?.includes(slug) === false) uses[name].push(slug)
  }
  return uses
}

const folderOf = (root: string) => path.join(root, 'src/figures')

/** The folders that hold a `figure.ts`. */
function figureNames(root: string): readonly string[] {
  const folder = folderOf(root)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'figure.ts')))
    .sort()
}

/** `state-machine` is `StateMachine.vue`. */
function componentOf(root: string, name: string): string {
  const component = name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
  return path.join(folderOf(root), name, `${component}.vue`)
}
