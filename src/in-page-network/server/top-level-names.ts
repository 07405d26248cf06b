import type { Declaration, ModuleDeclaration, Pattern, Program, Statement } from 'acorn'
import { ancestor } from 'acorn-walk'

/** The names that a module declares in its own scope, imports included (ECMA-262 §16.2.1). */
export function topLevelNames(program: Program): ReadonlySet<string> {
  const names = new Set<string>()
  for (const statement of program.body) addStatement(statement, names)
  // `var` belongs to the module from inside any block, too, but not from inside a function.
  ancestor(program, {
    VariableDeclaration(node, _state, ancestors) {
      if (node.kind !== 'var' || ancestors.some(({ type }) => ownsVariables.has(type))) return
      for (const { id } of node.declarations) addPattern(id, names)
    },
  })
  return names
}

const ownsVariables = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'StaticBlock',
])

function addStatement(statement: Statement | ModuleDeclaration, names: Set<string>): void {
  switch (statement.type) {
    case 'ImportDeclaration':
      for (const { local } of statement.specifiers) names.add(local.name)
      break
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      if (isDeclaration(statement.declaration)) addDeclaration(statement.declaration, names)
      break
    default:
      if (isDeclaration(statement)) addDeclaration(statement, names)
  }
}

type MaybeNamed = Declaration | { readonly type: string; readonly id?: unknown }

const isDeclaration = (node: MaybeNamed | null | undefined): node is Declaration =>
  node?.type === 'VariableDeclaration' ||
  node?.type === 'FunctionDeclaration' ||
  node?.type === 'ClassDeclaration'

function addDeclaration(declaration: Declaration, names: Set<string>): void {
  if (declaration.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) addPattern(id, names)
    return
  }
  // `export default function () {}` has no name, although the type of a declaration says so.
  const id: { readonly name: string } | null = declaration.id
  if (id !== null) names.add(id.name)
}

function addPattern(pattern: Pattern, names: Set<string>): void {
  switch (pattern.type) {
    case 'Identifier':
      names.add(pattern.name)
      break
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        addPattern(property.type === 'RestElement' ? property.argument : property.value, names)
      }
      break
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element !== null) addPattern(element, names)
      break
    case 'RestElement':
      addPattern(pattern.argument, names)
      break
    case 'AssignmentPattern':
      addPattern(pattern.left, names)
      break
    case 'MemberExpression':
    // Not a declaration.
  }
}
