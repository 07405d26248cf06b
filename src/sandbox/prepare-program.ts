/**
 * Prepares a program for the sandbox, in the page: there acorn is parsed once and stays warm, and a
 * program can be prepared before Run is pressed.
 */
import type { Program } from '../core/program/program.ts'
import type { ModuleKind } from '../in-page-network/network.ts'
import {
  ABSENT,
  CONTEXT,
  kindOfServer,
  PAGE,
  readServerSource,
} from '../in-page-network/server/read-server-source.ts'
import { instrument, type InstrumentOptions } from './instrument.ts'
import {
  BEGIN,
  CHECK,
  COUNTER,
  type PreparedFile,
  type PreparedProgram,
  type PreparedServer,
} from './prepared-program.ts'

/** A module calls this first: the browser decides when it starts. A direct `eval` sees its variables. */
const MODULE_PROLOGUE = `${BEGIN}((text)=>eval(text));`

export function prepareProgram(program: Program): PreparedProgram {
  const client = prepareFile(program['client.js'], {
    firstSite: 0,
    modulePrologue: MODULE_PROLOGUE,
  })
  const source = program['server.js']
  const server = source === undefined ? undefined : prepareServer(source, client.sites.length)
  const other = program['attacker.js']
  const firstSite = client.sites.length + (server?.sites.length ?? 0)
  return {
    'client.js': client,
    ...(server && { 'server.js': server }),
    ...(other !== undefined && { 'attacker.js': prepareAttacker(other, firstSite) }),
  }
}

function prepareAttacker(source: string, firstSite: number): PreparedServer {
  return withSource('attacker.js', prepareFile(source, { firstSite, goal: 'module' }), 'esm')
}

function prepareServer(source: string, firstSite: number): PreparedServer {
  const kind = kindOfServer(source)
  const file = prepareFile(source, {
    firstSite,
    goal: kind === 'esm' ? 'module' : 'commonjs',
    absent: { names: ABSENT[kind], holder: PAGE },
    ...(/\bAsync(?:LocalStorage|Resource)\b/u.test(source) && { context: CONTEXT }),
  })
  return withSource('server.js', file, kind)
}

function withSource(name: string, file: PreparedFile, kind: ModuleKind): PreparedServer {
  try {
    const read = readServerSource(file.code, name, kind)
    return { ...file, server: { kind: 'source', source: read } }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ...file, server: { kind: 'refused', message: error.message } }
  }
}

function prepareFile(
  source: string,
  options: Pick<InstrumentOptions, 'firstSite' | 'goal' | 'modulePrologue' | 'absent' | 'context'>,
): PreparedFile {
  const result = instrument(source, { ...options, counter: COUNTER, check: CHECK })
  if ('file' in result) return result.file
  const { unparsable } = result
  const { modulePrologue = '' } = options
  const prologue = unparsable.goal === 'module' ? modulePrologue : ''
  return {
    goal: unparsable.goal,
    code: prologue + source,
    sites: [],
    imports: [],
    insertions: prologue === '' ? [] : [{ line: 1, column: 1, length: prologue.length }],
    unparsable,
  }
}
