import type { ProgramFile } from '../../stores/workspace.ts'
import type { Language } from '../../core/highlight/tokenize.ts'

export type { ProgramFile }

/** The files a program may have, in the order in which they are shown. */
export const PROGRAM_FILES: readonly ProgramFile[] = ['client.js', 'server.js', 'page.html']

export function isProgramFile(name: string): name is ProgramFile {
  return PROGRAM_FILES.some((file) => file === name)
}

export function languageOf(file: ProgramFile): Language {
  return file === 'page.html' ? 'html' : 'javascript'
}
