/** `docs/checks.md`: what a check can say, made from the schema of checks. */
import { z } from 'zod'
import { checkSchema, type CheckType } from '../../src/core/checks/check.ts'

/** As much of JSON Schema as zod makes of checks. */
interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: string
  readonly enum?: readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema | false
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly $defs?: Readonly<Record<string, Schema>>
}

/** Where the page explains a named part of the schema. */
const LINKS: Readonly<Record<string, string>> = {
  pattern: '[pattern](#patterns)',
  step: '[step](#patterns)',
  mistake: '[mistake](#known-mistakes)',
  condition: '[condition](#conditions)',
  textCondition: '[text](#conditions)',
  numberCondition: '[number](#conditions)',
}

/** An example for a type of check, in YAML. */
export const EXAMPLES: Partial<Readonly<Record<CheckType, string>>> = {
  sequence: `id: echo
type: sequence
steps:
  - event: eventFired
    eventType: open
  - event: messageSent
    connection: same
    data: { capture: sent }
  - event: eventFired
    eventType: message
    connection: same
    data: { sameAs: sent }`,
  never: `id: no-early-send
type: never
of: { event: apiCall, method: send, exception: InvalidStateError }`,
  each: `id: pong-in-time
type: each
of: { event: frameReceived, opcode: 9 }
followedBy: { event: frameSent, opcode: 10, connection: same }
within: 1000`,
  bound: `id: steady-heartbeat
type: bound
measure: { kind: gap, of: { event: messageSent }, toEnd: true }
atMost: 5000`,
  console: `id: says-so
type: console
side: client
lines:
  - { contains: closed }`,
  wire: `id: close-frame
type: wire
that:
  type: count
  of: { event: frameSent, opcode: 8, code: 1000 }
  atLeast: 1`,
}

export function checksPage(): string {
  // zod declares the document as any JSON Schema; every part of `Schema` is optional.
  const schema = z.toJSONSchema(checkSchema, { io: 'input', reused: 'inline' }) as Schema
  const kinds = variants(schema)
  const common = Object.keys(kinds[0]?.properties ?? {}).filter(
    (name) => name !== 'type' && kinds.every(({ properties }) => properties?.[name] !== undefined),
  )
  const events = variants(schema.$defs?.['pattern'])
  const everyEvent = ['side', 'connection', 'server', 'time']
  return [
    '<!-- Made by `npm run docs` from src/core/checks/check.ts. Edit the descriptions there. -->',
    '# What a check can say',
    'A check is written in `lesson.yaml`, under the task that it belongs to. It looks at the [trace](trace-format.md) of a run, never at the text of the program, so every program that behaves correctly passes. An editor that knows YAML schemas completes and validates checks; a mistake stops the build with its file and line.',
    'To add a type of check, see [Add a check](add-a-check.md).',
    '## Every check',
    propertyTable(kinds[0], common),
    ...kinds.flatMap((kind) => sectionOf(kind, common)),
    '## Known mistakes',
    'A check may name mistakes that learners often make. Each has a text of its own in `en.help.md` and `zh-CN.help.md`, `- failure <check>/<mistake>: …`, in which `{time}`, `{line}` and the fields of the event can be used.',
    propertyTable(schema.$defs?.['mistake']),
    '## Patterns',
    'A pattern matches events of one type whose fields meet its conditions. A step of a `sequence` is a pattern that may also have `within`, the most milliseconds after the step before.',
    propertyTable(events[0], everyEvent),
    '## Conditions',
    'A condition is the value itself, a list of allowed values, or an object with one or more of these demands. All of them must hold. A field that the event does not have meets only `not`.',
    '### On a text',
    propertyTable(demands(schema.$defs?.['textCondition'])),
    '### On a number',
    propertyTable(demands(schema.$defs?.['numberCondition'])),
    '## Events and their fields',
    ...events.flatMap((event) => [
      `### \`${event.properties?.['event']?.const ?? ''}\``,
      propertyTable(
        event,
        Object.keys(event.properties ?? {}).filter(
          (name) => name !== 'event' && !everyEvent.includes(name),
        ),
      ),
    ]),
    '',
  ].join('\n\n')
}

function variants(schema: Schema | undefined): readonly Schema[] {
  return schema?.oneOf ?? schema?.anyOf ?? []
}

/** The variant of a condition that is an object. */
function demands(condition: Schema | undefined): Schema | undefined {
  return variants(condition).find(({ type }) => type === 'object')
}

function sectionOf(kind: Schema, common: readonly string[]): readonly string[] {
  const { type } = kind.properties ?? {}
  const name = type?.const ?? ''
  const own = Object.keys(kind.properties ?? {}).filter(
    (property) => property !== 'type' && !common.includes(property),
  )
  const alternatives = own.flatMap((property) => variants(kind.properties?.[property]))
  const example = Object.entries(EXAMPLES).find(([key]) => key === name)?.[1]
  return [
    `## \`${name}\``,
    type?.description ?? '',
    propertyTable(kind, own),
    alternatives
      .filter(({ properties }) => properties?.['kind'] !== undefined)
      .map(
        ({ description = '', properties = {} }) =>
          `- \`${properties['kind']?.const ?? ''}\`: ${description}${optionsOf(properties)}`,
      )
      .join('\n'),
    ...(example === undefined ? [] : [`\`\`\`yaml\n${example}\n\`\`\``]),
  ]
}

/** The other properties of an alternative, in a sentence. */
function optionsOf(properties: Readonly<Record<string, Schema>>): string {
  return Object.entries(properties)
    .filter(([name]) => name !== 'kind')
    .map(([name, schema]) => ` \`${name}\` (${typeOf(schema)})${ending(schema.description)}`)
    .join('')
}

const ending = (description: string | undefined) => (description ? `: ${description}` : '.')

function propertyTable(schema: Schema | undefined, wanted?: readonly string[]): string {
  const { properties = {}, required = [] } = schema ?? {}
  const names = wanted ?? Object.keys(properties)
  if (names.length === 0) return 'No fields.'
  const rows = names.map((name) => {
    const property = properties[name] ?? {}
    const isRequired = required.includes(name) ? ', required' : ''
    return `| \`${name}\` | ${typeOf(property)}${isRequired} | ${property.description ?? ''} |`
  })
  return ['| property | value | meaning |', '| --- | --- | --- |', ...rows].join('\n')
}

/** The kind of a value, in a word or two. */
function typeOf(schema: Schema): string {
  const { $ref, type, items, additionalProperties, properties } = schema
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? ''
    return LINKS[name] ?? name
  }
  const names = schema.enum ?? variants(schema).flatMap(nameOf)
  if (names.length > 0) return names.map((name) => `\`${name}\``).join(', ')
  if (items !== undefined) return `list of ${typeOf(items)}`
  if (additionalProperties) return `${typeOf(additionalProperties)} by name`
  if (variants(schema).length > 0) return [...new Set(variants(schema).map(typeOf))].join(' or ')
  return properties === undefined && type !== undefined ? type : 'object'
}

/** What tells a variant of a union from the others. */
function nameOf({ properties }: Schema): readonly string[] {
  const name = properties?.['kind']?.const ?? properties?.['type']?.const
  return name === undefined ? [] : [name]
}
