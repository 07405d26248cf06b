/** A program: the texts of its files, by name. */
import { MAX_SOURCE } from '../trace/event-limits.ts'
import { fields, optional, text, type Infer } from '../trace/shape.ts'
import { PROGRAM_FILES, type ProgramFile } from './program-file.ts'

/** A program as the course gives it. */
export interface Starter {
  readonly program: Program
  /** The scenario that the program's own `server.js` replaces. */
  readonly scenario: string | null
}

export const programShape = fields({
  'client.js': text(MAX_SOURCE),
  'attacker.js': optional(text(MAX_SOURCE)),
  'server.js': optional(text(MAX_SOURCE)),
  'nginx.conf': optional(text(MAX_SOURCE)),
  'page.html': optional(text(MAX_SOURCE)),
})
export type Program = Infer<typeof programShape>

/** In the order of `PROGRAM_FILES`. */
export function filesOf(program: Program): readonly ProgramFile[] {
  return PROGRAM_FILES.filter((file) => program[file] !== undefined)
}

export function hasFile(program: Program, name: string): name is ProgramFile {
  return Object.hasOwn(program, name)
}

export function mapFiles(
  program: Program,
  map: (text: string, file: ProgramFile) => string,
): Program {
  const others: Partial<Record<ProgramFile, string>> = {}
  for (const file of filesOf(program)) {
    const source = program[file]
    if (file !== 'client.js' && source !== undefined) others[file] = map(source, file)
  }
  return { 'client.js': map(program['client.js'], 'client.js'), ...others }
}

export function sameProgram(one: Program, other: Program): boolean {
  return PROGRAM_FILES.every((file) => one[file] === other[file])
}
