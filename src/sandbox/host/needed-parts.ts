/** Which parts must be in the sandbox before a program begins. */
import type { Part } from '../parts.ts'
import type { RunRequest } from './run.ts'

/** What a program cannot do without writing it. Escapes and built code could hide it. */
const MENTIONS: Readonly<Partial<Record<Part, RegExp>>> = {
  deflate: /deflate|zlib|gzip/iu,
  hashes: /crypto/iu,
  // Who has the window as a value may look for anything in it.
  requests: /fetch|EventSource|\b(?:globalThis|self|window)\b(?!\??\.\w)/u,
}
/** Only of a server: `node:stream`, and the methods that it gives to what is readable. */
const SERVER_MENTIONS: Readonly<Partial<Record<Part, RegExp>>> = {
  streams:
    /[Ss]tream|pipeline|[Rr]eadable|[Dd]uplex|\b(?:compose|drop|every|filter|find|flatMap|forEach|map|reduce|some|take|toArray)\b/u,
}
const MAY_HIDE = /\beval\b|\bFunction\b|\bconstructor\b|\bimport\s*\(|\\u|\\x/u

/** In doubt, a part is needed. */
export function neededParts({ endpoint, program }: RunRequest): readonly Part[] {
  if (endpoint.kind !== 'built-in') return ['outside', 'realm']
  const texts = Object.values(program)
  const server = program['server.js'] ?? ''
  return [...partsNamedIn(texts, MENTIONS), ...partsNamedIn([server], SERVER_MENTIONS)]
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
