/**
 * What DevTools shows for a console call, from what the DevTools protocol says of it: the rules of
 * its `RemoteObjectPreviewFormatter` and `ConsoleViewMessage`, as text.
 */

export interface PropertyPreview {
  readonly name: string
  readonly type: string
  readonly subtype?: string
  readonly value?: string
}

export interface ObjectPreview {
  readonly type: string
  readonly subtype?: string
  readonly description?: string
  readonly overflow: boolean
  readonly properties: readonly PropertyPreview[]
  readonly entries?: readonly { readonly key?: ObjectPreview; readonly value: ObjectPreview }[]
}

export interface RemoteObject {
  readonly type: string
  readonly subtype?: string
  readonly className?: string
  readonly value?: unknown
  readonly unserializableValue?: string
  readonly description?: string
  readonly preview?: ObjectPreview
}

export interface ConsoleCall {
  readonly type: string
  readonly args: readonly RemoteObject[]
}

/** Values whose preview is their description. */
const BY_DESCRIPTION = new Set(['arraybuffer', 'dataview', 'error', 'null', 'regexp'])
const INDEX = /^(?:0|[1-9]\d*)$/u

/** A literal in the quotes that need no escape. */
function quoted(text: string): string {
  const quote = ["'", '"', '`'].find((mark) => !text.includes(mark)) ?? "'"
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return (
    quote + (escaped.includes(quote) ? escaped.replaceAll(quote, `\\${quote}`) : escaped) + quote
  )
}

function propertyText({ type, subtype, value = '' }: Omit<PropertyPreview, 'name'>): string {
  if (type === 'accessor') return '(...)'
  if (type === 'function') return 'ƒ'
  if (type === 'string') return quoted(value)
  if (type === 'object' && subtype === undefined) return value === 'Object' ? '{…}' : value
  return value
}

const nameText = (name: string) =>
  /^\s|\s$|^$|\n/u.test(name) ? quoted(name).replace(/^'|'$/gu, '"') : name

function objectProperties(preview: ObjectPreview): string[] {
  const { subtype, properties } = preview
  const shown: string[] = []
  const named = (name: string) => properties.find((property) => property.name === name)
  for (const property of properties) {
    const { name } = property
    if (subtype === 'promise' && name === '[[PromiseState]]') {
      const result = named('[[PromiseResult]]')
      const state = property.value ?? ''
      shown.push(
        state === 'pending' || result === undefined
          ? `<${state}>`
          : `<${state}>: ${propertyText(result)}`,
      )
    } else if (subtype === 'promise' && name === '[[PromiseResult]]') continue
    else if (subtype === 'generator' && name === '[[GeneratorState]]')
      shown.push(`<${property.value ?? ''}>`)
    else if (name === '[[PrimitiveValue]]') shown.push(propertyText(property))
    else shown.push(`${nameText(name)}: ${propertyText(property)}`)
  }
  return shown
}

function gap(count: number): string[] {
  if (count <= 0) return []
  return [count === 1 ? 'empty' : `empty × ${String(count)}`]
}

function arrayProperties({ properties, overflow }: ObjectPreview, length: number): string[] {
  const shown: string[] = []
  let next = 0
  for (const property of properties.filter(({ name }) => INDEX.test(name))) {
    const index = Number(property.name)
    if (!overflow) shown.push(...gap(index - next))
    shown.push(
      overflow && index !== shown.length
        ? `${property.name}: ${propertyText(property)}`
        : propertyText(property),
    )
    next = index + 1
  }
  if (!overflow) shown.push(...gap(length - next))
  for (const property of properties.filter(({ name }) => !INDEX.test(name)))
    shown.push(`${nameText(property.name)}: ${propertyText(property)}`)
  return shown
}

function previewText(preview: ObjectPreview, isEntry = false): string {
  const { type, subtype, description = '', entries, overflow } = preview
  if (type !== 'object' || BY_DESCRIPTION.has(subtype ?? '') || isEntry)
    return propertyText({ type, ...(subtype && { subtype }), value: description })
  const isArray = subtype === 'array' || subtype === 'typedarray'
  let prefix = description === 'Object' ? '' : description
  let length = 0
  if (isArray) {
    const [, name = '', count = '0'] = /^(.*)\((\d+)\)$/su.exec(description) ?? []
    length = Number(count)
    const counted = length > 1 ? `(${count})` : ''
    prefix = name === 'Array' ? counted : name + counted
  }
  const parts =
    entries === undefined
      ? isArray
        ? arrayProperties(preview, length)
        : objectProperties(preview)
      : entries.map(({ key, value }) =>
          key === undefined
            ? previewText(value, true)
            : `${previewText(key, true)} => ${previewText(value, true)}`,
        )
  if (overflow) parts.push('…')
  const body = parts.join(', ')
  return `${prefix === '' ? '' : `${prefix} `}${isArray ? `[${body}]` : `{${body}}`}`
}

/** The most characters of a function's text. */
const MAX_FUNCTION = 200

function functionText(description: string): string {
  const [, isAsync, kind, body = ''] =
    /^\s*(async\s+)?(?:(function\s*\*|function(?=[\s(])|class(?=[\s{])|\*)\s*)?(.*)$/su.exec(
      description,
    ) ?? []
  const prefix = [
    ...(isAsync === undefined ? [] : ['async']),
    kind === 'class'
      ? 'class'
      : kind?.includes('*') === true
        ? 'ƒ*'
        : kind === undefined && body.includes('=>')
          ? ''
          : 'ƒ',
  ]
    .filter((word) => word !== '')
    .join(' ')
  return `${prefix === '' ? '' : `${prefix} `}${body.trim().slice(0, MAX_FUNCTION)}`
}

/** An argument of a call. */
function argumentText(value: RemoteObject): string {
  const { type, subtype, description = '', preview } = value
  if (type === 'string') return String(value.value)
  if (type === 'undefined') return 'undefined'
  if (subtype === 'null') return 'null'
  if (type === 'function') return functionText(description)
  if (subtype === 'error' || subtype === 'regexp' || subtype === 'date' || subtype === 'node')
    return description
  if (type === 'object' && preview !== undefined) return previewText(preview)
  return description === '' ? String(value.value) : description
}

const WITH_FORMAT = new Set([
  'log',
  'debug',
  'info',
  'error',
  'warning',
  'trace',
  'assert',
  'startGroup',
  'startGroupCollapsed',
  'count',
  'timeEnd',
  'table',
  'dirxml',
])

/** The arguments with the specifiers of the first one replaced: `ConsoleFormat.ts` of DevTools. */
function formatted(args: readonly RemoteObject[]): string {
  const [first, ...rest] = args
  if (first === undefined) return ''
  let text = ''
  let used = 0
  if (first.type !== 'string') text = argumentText(first)
  else {
    let left = String(first.value)
    for (
      let found = /%([%oOcsdfi])/u.exec(left);
      found !== null;
      found = /%([%oOcsdfi])/u.exec(left)
    ) {
      text += left.slice(0, found.index)
      left = left.slice(found.index + found[0].length)
      const value = rest[used]
      if (found[1] === '%') text += '%'
      else if (value === undefined) text += found[0]
      else {
        used += 1
        if (found[1] === 's') left = String(value.value ?? value.description) + left
        else if (found[1] === 'O')
          text +=
            value.type === 'string'
              ? quoted(String(value.value))
              : (value.description ?? String(value.value))
        else if (found[1] === 'o')
          text += value.type === 'string' ? quoted(String(value.value)) : argumentText(value)
        else if (found[1] !== 'c') text += value.description ?? String(value.value)
      }
    }
    text += left
  }
  // Strings are printed as they are only where the first argument is one.
  const textOf = (value: RemoteObject) =>
    first.type !== 'string' && value.type === 'string'
      ? quoted(String(value.value))
      : argumentText(value)
  return [text, ...rest.slice(used).map(textOf)].join(' ')
}

/** The line of a call; undefined for one that prints none. */
export function callText({ type, args }: ConsoleCall): string | undefined {
  if (type === 'endGroup') return undefined
  if (type === 'clear') return 'Console was cleared'
  const [first] = args
  if (type === 'dir' && first !== undefined)
    return first.type === 'string'
      ? String(first.value)
      : (first.description ?? String(first.value))
  const text = WITH_FORMAT.has(type) ? formatted(args) : args.map(argumentText).join(' ')
  return type === 'assert' ? `Assertion failed: ${text}` : text
}

export interface Thrown {
  readonly text: string
  readonly exception?: RemoteObject
}

export function thrownText({ text, exception }: Thrown): string {
  return exception === undefined ? text : `${text} ${argumentText(exception)}`
}
