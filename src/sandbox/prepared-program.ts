/** A program as the page prepares it for the sandbox: plain data, and the names that its text uses. */
import type { ServerSource } from '../in-page-network/network.ts'
import {
  boolean,
  fields,
  integer,
  list,
  nullable,
  oneOf,
  optional,
  text,
  variants,
  type Infer,
  type Shape,
} from '../core/trace/shape.ts'
import type { Insertion } from './insertions.ts'

/**
 * The guards' counter, the function they call, and the one that a module calls first, with what
 * evaluates a text among its variables.
 */
export const COUNTER = 'upgrade101_count'
export const CHECK = 'upgrade101_check'
export const BEGIN = 'upgrade101_begin'

/** A guard calls `CHECK` after this many passes. */
export const GUARD_LIMIT = 1023

/** UTF-16 code units of a file with its guards. */
const MAX_CODE = 64 * 1024 * 1024
const MAX_ENTRIES = 2 ** 24
export const MAX_EVALUATED_SITES = 2 ** 12
export const FIRST_EVALUATED_SITE = MAX_ENTRIES
const name = text(65_536)
const place = { line: integer(1), column: integer(1) }

/** ECMAScript's names for the two ways to parse a program. */
const goal = oneOf('script', 'module')
export type Goal = Infer<typeof goal>

const guardSite = fields({ kind: oneOf('loop', 'function'), ...place })
/** Position of a guard. Lines and columns count from 1, as in `SourcePosition`. */
export type GuardSite = Infer<typeof guardSite>

const importRequest = fields({ specifier: name, ...place })
/** An import of a module. */
export type ImportRequest = Infer<typeof importRequest>

const unparsable = fields({ goal, message: name, ...place })
/** Why acorn could not parse a text; the browser may, because it knows newer syntax. */
export type Unparsable = Infer<typeof unparsable>

const insertion: Shape<Insertion> = fields({ ...place, length: integer(0) })

const file = {
  goal,
  code: text(MAX_CODE),
  sites: list(guardSite, MAX_ENTRIES),
  imports: list(importRequest, MAX_ENTRIES),
  insertions: list(insertion, MAX_ENTRIES),
  /** Why the file runs without guards. */
  unparsable: optional(unparsable),
}
const preparedFile = fields(file)
export type PreparedFile = Infer<typeof preparedFile>

const serverSource: Shape<ServerSource> = fields({
  kind: oneOf('esm', 'commonjs'),
  text: text(MAX_CODE),
  imports: list(
    fields({
      specifier: name,
      names: list(fields({ local: name, exported: nullable(name) }), MAX_ENTRIES),
      ...place,
    }),
    MAX_ENTRIES,
  ),
  declared: list(name, MAX_ENTRIES),
  shared: list(name, MAX_ENTRIES),
  hidden: list(name, MAX_ENTRIES),
})

const preparedServer = fields({
  ...file,
  server: variants('kind', {
    source: { source: serverSource },
    /** The message of the SyntaxError for a text that cannot be a server program. */
    refused: { message: name },
  }),
})
export type PreparedServer = Infer<typeof preparedServer>

/** A text for the console's line, with its guards; see `prepare-evaluation.ts`. */
export const preparedEvaluation = fields({
  code: text(MAX_CODE),
  sites: list(guardSite, MAX_EVALUATED_SITES),
  /** Where its sites begin: those of each text have numbers of their own. */
  firstSite: integer(MAX_ENTRIES),
  /** What it declares, for texts that are typed later. */
  declared: list(name, MAX_ENTRIES),
  /** Its value is a promise of the value that is meant: it has a top-level `await`. */
  isAsync: boolean,
})
export type PreparedEvaluation = Infer<typeof preparedEvaluation>

export const preparedProgram = fields({
  'client.js': preparedFile,
  'server.js': optional(preparedServer),
  /** Read as a server's module is: it is given its globals, too. */
  'attacker.js': optional(preparedServer),
})
export type PreparedProgram = Infer<typeof preparedProgram>
