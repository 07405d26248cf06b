/** Which parts must be in the sandbox before a program begins. */
import type { Program } from '../../core/program/program.ts'
import type { Part } from '../parts.ts'
import type { PreparedServer } from '../prepared-program.ts'
import type { RunRequest } from './run.ts'

/** What a program cannot do without writing it. Escapes and built code could hide it. */
const MENTIONS: Readonly<Partial<Record<Part, RegExp>>> = {
  deflate: /deflate|zlib|gzip/iu,
  hashes: /crypto/iu,
  // Who has the window as a value may look for anything in it. Socket.IO begins by XMLHttpRequest.
  requests:
    /fetch|EventSource|XMLHttpRequest|socket\.io|\b(?:globalThis|self|window)\b(?!\??\.\w)/u,
  xhr: /XMLHttpRequest|socket\.io|\b(?:globalThis|self|window)\b(?!\??\.\w)/u,
}
/**
 * Only of a server: the fields by which it asks for credentials; `node:util`, `node:stream`, and the
 * methods that it gives to what is readable.
 */
const SERVER_MENTIONS: Readonly<Partial<Record<Part, RegExp>>> = {
  // A console that is not just given one literal text.
  inspect:
    /\bconsole\b(?!\.(?:log|info|warn|error|debug)\(\s*(?:'[^'\n]*'|"[^"\n]*"|`[^`]*`)\s*\))|\butil\b|\binspect\b/u,
  // A client of `ws` offers compression.
  deflate: /\bnew\s+[\w$.]*(?:WebSocket|WS|Client)\s*\(/u,
  // A server that is a client, and what few use of modules that each has.
  node: /\bnew\s+[\w$.]*(?:WebSocket|WS|Client)\s*\(|\b(?:http\.(?:get|request)|connect|createConnection)\s*\(|scrypt|pbkdf2|hkdf|Cipher|webcrypto|randomFill|\bprocess\b(?!\??\.(?:env|on|once|exit|exitCode|nextTick|pid|argv|platform)\b)/iu,
  credentials: /authenticate|cookie/iu,
  streams:
    /[Ss]tream|pipeline|[Rr]eadable|[Dd]uplex|\b(?:compose|drop|every|filter|find|flatMap|forEach|map|reduce|some|take|toArray)\b/u,
}
const MAY_HIDE = /\beval\b|\bFunction\b|\bconstructor\b|\bimport\s*\(|\\u|\\x/u

/** Whether a client may have modules (`import`, a script from elsewhere), storage or cookies. */
function mayImport(program: Program): boolean {
  const page = program['page.html'] ?? ''
  return (
    /\b(?:import|export|localStorage|sessionStorage|cookie)\b/u.test(program['client.js']) ||
    /<script\b[^>]*\bsrc\s*=\s*["']?(?:(?:https?:)?\/\/|\/socket\.io\/)|\bimport\b|Storage\b|\.cookie\b/iu.test(
      page,
    )
  )
}

/** In doubt, a part is needed. */
export function neededParts(request: RunRequest): readonly Part[] {
  const { endpoint, program, inputs, servers, interventions = [] } = request
  const always: Part[] = mayImport(program) ? ['imports'] : []
  if (inputs.some(({ kind }) => kind === 'evaluate')) always.push('evaluations')
  if (program['page.html'] !== undefined) always.push('changes')
  if (endpoint.kind !== 'built-in') return ['outside', 'realm', ...always]
  if (program['attacker.js'] !== undefined) always.push('attacker')
  const texts = Object.values(program)
  const server = program['server.js'] ?? ''
  if (interventions.length > 0) always.push('interventions')
  if (servers !== undefined || interventions.some(({ kind }) => kind === 'stopServer'))
    always.push('processes')
  if (endpoint.conditions.idleTimeout != null) always.push('idle')
  if (program['nginx.conf'] !== undefined) always.push('proxy')
  // It is no part of Node, and so needs to be named.
  if (/["'`]redis["'`]/u.test(server)) always.push('redis')
  const named = [...partsNamedIn(texts, MENTIONS), ...partsNamedIn([server], SERVER_MENTIONS)]
  return [...new Set([...named, ...always])]
}

/** Modules that every server has, whole but for what is named above, and those of a part of theirs. */
const PLAIN = /^(?:node:)?(?:ws|redis|http|crypto|net|buffer|stream|string_decoder|zlib|process)$/u

/** Whether a server that has been read takes more of Node than others: in CommonJS it may. */
export function takesMoreOfNode({ server }: Pick<PreparedServer, 'server'>): boolean {
  if (server.kind === 'refused') return false
  const { kind, imports, shared, text } = server.source
  return (
    kind === 'commonjs' ||
    shared.length > 0 ||
    // Put in by the reader.
    /\$(?:page|context|importMeta)\b/u.test(text) ||
    imports.some(
      ({ specifier, names }) =>
        !PLAIN.test(specifier) ||
        names.some(({ exported }) => /^(?:get|request)$/u.test(exported ?? '')),
    )
  )
}

function partsNamedIn(texts: readonly string[], mentions: typeof MENTIONS): Part[] {
  const mayHide = texts.some((text) => MAY_HIDE.test(text))
  return (
    Object.entries(mentions)
      .filter(([, mention]) => mayHide || texts.some((text) => mention.test(text)))
      // The table's keys are parts.
      .map(([part]) => part as Part)
  )
}
