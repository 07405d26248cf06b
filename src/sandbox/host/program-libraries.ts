/** The libraries that a program names, at either end. Loaded for programs that may name one. */
import { libraryFile, namedLibraries } from '../../core/libraries/named-libraries.ts'
import {
  namedServerLibraries,
  SERVER_LIBRARIES,
  serverLibraryFile,
} from '../../core/libraries/server-libraries.ts'
import type { Program } from '../../core/program/program.ts'
import type { StartMessage } from '../messages.ts'
import type { Part } from '../parts.ts'

type Given = Pick<StartMessage, 'libraries' | 'serverLibraries' | 'modules'>

/** @param textOf fetches the text of a file of the site. */
export async function librariesOf(
  program: Program,
  parts: readonly Part[],
  textOf: (file: string) => Promise<string>,
): Promise<Given> {
  const { libraries, modules } = parts.includes('imports')
    ? namedLibraries(program)
    : { libraries: [], modules: {} }
  const named = parts.includes('node') ? namedServerLibraries(program['server.js'] ?? '') : []
  const texts = libraries.map(async (name) => ({ name, text: await textOf(libraryFile(name)) }))
  const serverTexts = named.map(async (name) => {
    const text = await textOf(serverLibraryFile(name))
    return { name, specifiers: SERVER_LIBRARIES[name], text }
  })
  return {
    libraries: await Promise.all(texts),
    serverLibraries: await Promise.all(serverTexts),
    modules: Object.entries(modules).map(([specifier, module]) => ({ specifier, module })),
  }
}
