/** Which libraries a program names. */
import { hasFile, type Program } from '../program/program.ts'
import { fileNamed, moduleNamed, type LibraryName } from './libraries.ts'

export { libraryFile } from './libraries.ts'

export interface NamedLibraries {
  /** In the order in which they are named. */
  readonly libraries: readonly LibraryName[]
  /** The module of each specifier and address; of `./server.js?raw` that is itself. */
  readonly modules: Readonly<Record<string, string>>
}

/** What may name a module in a text: an import's string, and the address of a script. */
const NAMES =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*|\bsrc\s*=\s*)(?:"([^"\n]+)"|'([^'\n]+)'|`([^`\n$]+)`)/gu

export function namedLibraries(program: Program): NamedLibraries {
  const libraries = new Set<LibraryName>()
  const modules: Record<string, string> = {}
  for (const text of [program['client.js'], program['page.html'] ?? ''])
    for (const [, double, single, template] of text.matchAll(NAMES)) {
      const specifier = double ?? single ?? template ?? ''
      const file = fileNamed(specifier)
      if (file !== undefined && hasFile(program, file)) modules[specifier] = specifier
      const found = moduleNamed(specifier)
      if (found === undefined) continue
      libraries.add(found.library)
      modules[specifier] = found.module
    }
  return { libraries: [...libraries], modules }
}
