/** Prepares a text that was typed into the console's line, in the page. */
import { parse, type Pattern, type Program, type Statement } from 'acorn'
import { instrument } from './instrument.ts'
import type { ScheduledInput } from './messages.ts'
import {
  CHECK,
  COUNTER,
  FIRST_EVALUATED_SITE,
  MAX_EVALUATED_SITES,
  type PreparedEvaluation,
} from './prepared-program.ts'

/**
 * As in the console of DevTools: what begins with a brace is an object if it can be one, `await`
 * stands at the top level, and what a text declares is there for the texts after it. What cannot be
 * parsed is left to the browser, whose error says why.
 * @param count of the texts that were typed before in the same run.
 */
export function prepareEvaluation(source: string, count: number): PreparedEvaluation {
  const firstSite = FIRST_EVALUATED_SITE + count * MAX_EVALUATED_SITES
  const object = source.trimStart().startsWith('{') ? parsed(`(${source}\n)`) : null
  const program = object ?? parsed(source)
  if (program === null) return { code: source, sites: [], firstSite, declared: [], isAsync: false }
  const { code, declared, isAsync } = evaluable(program)
  const guarded = instrument(code, { firstSite, goal: 'script', counter: COUNTER, check: CHECK })
  if (!('file' in guarded) || guarded.file.sites.length > MAX_EVALUATED_SITES)
    return { code, sites: [], firstSite, declared, isAsync }
  return { code: guarded.file.code, sites: guarded.file.sites, firstSite, declared, isAsync }
}

/** The inputs of a run, with what was typed ready to run. */
export function withEvaluations(inputs: readonly ScheduledInput[]): readonly ScheduledInput[] {
  let count = 0
  return inputs.map((input) =>
    input.kind === 'evaluate'
      ? { ...input, evaluation: prepareEvaluation(input.value ?? '', count++) }
      : input,
  )
}

interface Parsed {
  readonly text: string
  readonly program: Program
  readonly isAsync: boolean
}

function parsed(text: string): Parsed | null {
  for (const isAsync of [false, true]) {
    try {
      const program = parse(text, {
        ecmaVersion: 'latest',
        sourceType: 'script',
        allowAwaitOutsideFunction: isAsync,
      })
      return { text, program, isAsync }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return null
}

/** Declarations of the top level become assignments to globals. */
function evaluable({ text, program, isAsync }: Parsed) {
  const declared: string[] = []
  const { body } = program
  const statements = body.map((statement, index) => {
    const written = text.slice(statement.start, statement.end)
    switch (statement.type) {
      case 'VariableDeclaration': {
        const assigned = statement.declarations.map(({ id, init }) => {
          declared.push(...namesIn(id))
          const value = init === null || init === undefined ? 'undefined' : slice(text, init)
          return `${slice(text, id)} = (${value})`
        })
        return `void (${assigned.join(', ')});`
      }
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        declared.push(statement.id.name)
        return `void (${statement.id.name} = ${written});`
      default:
        return isAsync && index === body.length - 1 ? returning(text, statement) : written
    }
  })
  const code = statements.join('\n')
  return { code: isAsync ? `(async () => {\n${code}\n})()` : code, declared, isAsync }
}

function returning(text: string, statement: Statement | Program['body'][number]): string {
  const written = text.slice(statement.start, statement.end)
  return statement.type === 'ExpressionStatement'
    ? `return (${slice(text, statement.expression)});`
    : written
}

function slice(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  return text.slice(start, end)
}

function namesIn(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === 'RestElement' ? property.argument : property.value),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : namesIn(element)))
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return namesIn(pattern.argument)
    // In no declaration.
    case 'MemberExpression':
      return []
  }
}
