/**
 * Makes a script of the sandbox independent of what a program does to the language and the browser.
 *
 * Script and program share a realm: who replaces `Array.prototype.slice` replaces it for both. So the
 * script calls each method by a second name, that the program cannot change (`capture.ts`), and takes
 * the globals when it begins. `x.slice(1)` becomes `x[m_slice](1)`.
 */
import { parse, type MemberExpression, type Program } from 'acorn'
import { simple } from 'acorn-walk'
import type { Plugin } from 'vite'
import { capture } from './capture.ts'
import { GLOBALS, METHODS, METHODS_OF_THE_BROWSER } from './names.ts'

/**
 * Whether the script captures the realm that it runs in, or is evaluated later by one that has, and
 * finds what that one captured in `HANDED`.
 */
type Capturing = 'captures' | 'handed'

/** The global that holds what is handed to a script while it is evaluated. */
const HANDED = 'upgrade101_handed'
/** What a script knows of it: `guest/scripts.ts` hands it on. */
const CAPTURED = 'upgrade101_captured'

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const known = new Set(METHODS)
const knownGlobals = new Set(GLOBALS)

/** The plugin: it changes what a build of one script gives, before that is minified. */
export function capturedScripts(capturing: Capturing): Plugin {
  return {
    name: 'upgrade-101:captured',
    renderChunk: (code) => capturedScript(code, capturing),
  }
}

/** @param code a script. @returns a script that does the same. */
export function capturedScript(code: string, capturing: Capturing): string {
  // With parentheses, for what stands before a dot may end in one.
  const options = { ecmaVersion: 'latest', sourceType: 'script', preserveParens: true } as const
  const { edits, methods, globals } = editsOf(parse(code, options))
  const origin =
    capturing === 'captures'
      ? `(${capture.toString()})(${JSON.stringify(METHODS)},${JSON.stringify(GLOBALS)})`
      : `${HANDED}.captured`
  const names = [...methods].map((name) => `${name}:${nameOf(name)}`).join(',')
  const prologue = [
    `const {${names}}=${CAPTURED}.methods;`,
    `const {instance:${nameOf(INSTANCE)},override:${OVERRIDE}}=${CAPTURED};`,
    `const {${[...globals].join(',')}}=${CAPTURED}.globals;`,
  ].join('')
  // Blocks: the program's scripts see none of these names, and what captures sees the browser's.
  return `{const ${CAPTURED}=${origin};{${prologue}${edited(code, edits)}}}`
}

/** Not the name of a method: a word of the language. */
const INSTANCE = 'instanceof'
const OVERRIDE = 'upgrade101_override'

const nameOf = (method: string) => `m_${method}`

function editsOf(program: Program) {
  const edits: Edit[] = []
  const methods = new Set<string>()
  const globals = new Set<string>()

  const rename = (member: MemberExpression, name: string): void => {
    methods.add(name)
    const instead = `${member.optional ? '?.' : ''}[${nameOf(name)}]`
    edits.push({ start: member.object.end, end: member.property.end, text: instead })
  }

  simple(program, {
    CallExpression({ callee, optional }) {
      if (optional || callee.type !== 'MemberExpression') return
      const name = capturedName(callee)
      if (name === undefined) return
      rename(callee, name)
      // `Uint8Array.prototype.indexOf.call(…)` reads it by name.
      if (callee.object.type !== 'MemberExpression' || !isOfBuiltIn(callee.object)) return
      const borrowed = capturedName(callee.object)
      if (borrowed !== undefined) rename(callee.object, borrowed)
    },
    // Node's Buffer is a Uint8Array that has other methods of the same names.
    AssignmentExpression({ left, right }) {
      if (left.type !== 'MemberExpression' || right.type !== 'FunctionExpression') return
      const { object } = left
      const owner = object.type === 'MemberExpression' ? object.object : object
      const name = capturedName(left)
      if (name === undefined || owner.type !== 'Identifier' || owner.name !== 'Buffer') return
      methods.add(name)
      const holder = object === owner ? 'Buffer' : 'Buffer.prototype'
      const before = `${OVERRIDE}(${holder},${nameOf(name)},`
      edits.push({ start: right.start, end: right.start, text: before })
      edits.push({ start: right.end, end: right.end, text: ')' })
    },
    BinaryExpression({ operator, left, right }) {
      if (operator !== 'instanceof' || right.type !== 'Identifier') return
      if (!knownGlobals.has(right.name)) return
      const asked = `${right.name}[${nameOf(INSTANCE)}](`
      edits.push({ start: left.start, end: left.start, text: asked })
      edits.push({ start: left.end, end: right.end, text: ')' })
    },
    // Visited are those that stand for a value.
    Identifier({ name }) {
      if (knownGlobals.has(name)) globals.add(name)
    },
  })
  return { edits, methods, globals }
}

/** The name of a method that is called by its second name. */
function capturedName({ object, property, computed }: MemberExpression): string | undefined {
  if (computed || property.type !== 'Identifier' || !known.has(property.name)) return undefined
  const isOwn = object.type === 'ThisExpression' || object.type === 'Super'
  return isOwn && !METHODS_OF_THE_BROWSER.has(property.name) ? undefined : property.name
}

/** Whether it is `Uint8Array.prototype.name`. All objects inherit what `Object.prototype` has. */
function isOfBuiltIn({ object }: MemberExpression): boolean {
  if (object.type !== 'MemberExpression' || object.property.type !== 'Identifier') return false
  const { object: owner, property } = object
  return (
    property.name === 'prototype' &&
    owner.type === 'Identifier' &&
    owner.name !== 'Object' &&
    (knownGlobals.has(owner.name) || owner.name === 'Date')
  )
}

function edited(code: string, edits: readonly Edit[]): string {
  const inOrder = [...edits].sort((one, other) => one.start - other.start || one.end - other.end)
  let text = ''
  let position = 0
  for (const { start, end, text: instead } of inOrder) {
    text += code.slice(position, start) + instead
    position = end
  }
  return text + code.slice(position)
}
