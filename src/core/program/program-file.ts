/** The files that a program may have. */

/** In the order of the editor's tabs. */
export const PROGRAM_FILES = [
  'client.js',
  'attacker.js',
  'server.js',
  'nginx.conf',
  'page.html',
] as const
export type ProgramFile = (typeof PROGRAM_FILES)[number]

interface FileTraits {
  readonly role: 'client' | 'server' | 'proxy' | 'page'
  readonly language: 'javascript' | 'html' | 'nginx'
}

const TRAITS: Readonly<Record<ProgramFile, FileTraits>> = {
  'client.js': { role: 'client', language: 'javascript' },
  // Another page of the same browser. It runs on the built-in endpoint only.
  'attacker.js': { role: 'client', language: 'javascript' },
  // Runs on the built-in endpoint only.
  'server.js': { role: 'server', language: 'javascript' },
  // Of the proxy between the two; runs there, too.
  'nginx.conf': { role: 'proxy', language: 'nginx' },
  'page.html': { role: 'page', language: 'html' },
}

export function roleOf(file: ProgramFile): FileTraits['role'] {
  return TRAITS[file].role
}

export function languageOf(file: ProgramFile): FileTraits['language'] {
  return TRAITS[file].language
}
