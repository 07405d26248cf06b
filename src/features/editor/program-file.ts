import type { Language } from './highlight/tokenize.ts'

/** The files a program may have, in the order in which they are shown. */
export const PROGRAM_FILES = ['client.js', 'server.js', 'page.html'] as const

export type ProgramFile = (typeof PROGRAM_FILES)[number]

export function isProgramFile(name: string): name is ProgramFile {
  return PROGRAM_FILES.some((file) => file === name)
}

export function languageOf(file: ProgramFile): Language {
  return file === 'page.html' ? 'html' : 'javascript'
}
