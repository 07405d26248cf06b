/** `public/config.json`, which an instructor edits without building anything. */
import { z } from 'zod'
import { localisedSchema } from '../core/locale/localised-schema.ts'
import { LOCALES } from '../core/locale/locale.ts'
import { MAX_IDLE_TIMEOUT } from '../core/trace/header.ts'

/** What is wrong with the file: the key of a text under `endpoint.config`, and its parameters. */
export interface ConfigProblem {
  readonly reason:
    | 'unreachable'
    | 'notJson'
    | 'type'
    | 'choice'
    | 'range'
    | 'unknownField'
    | 'empty'
    | 'url'
    | 'duplicateName'
    | 'unknownEndpoint'
    | 'unknownScenario'
  readonly params: Readonly<Record<string, string>>
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problem: ConfigProblem }

const BUILT_IN_PREFIX = 'built-in/'

/** The fields of `LinkConditions`. */
export const CONDITIONS = {
  latency: z.number().min(0).max(60_000),
  jitter: z.number().min(0).max(60_000),
  bandwidth: z.number().int().min(1).nullable(),
  idleTimeout: z.number().min(1).max(MAX_IDLE_TIMEOUT).nullable().exactOptional(),
}

/** A text by language, or one for all. */
const localisedText = z.union([z.string(), localisedSchema(z.string())])
export type LocalisedText = z.infer<typeof localisedText>

export const presetSchema = z
  .strictObject({
    name: z.string().min(1),
    kind: z.enum(['live', 'lab']),
    /** The URL of a `lab` may be relative to the page. */
    url: z.string().min(1),
    note: localisedText.optional(),
  })
  .superRefine((value, context) => {
    if (!isPresetUrl(value.kind, value.url)) context.addIssue({ code: 'custom', path: ['url'] })
  })

export type EndpointPreset = Readonly<z.infer<typeof presetSchema>>

export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  /** `lesson`, `built-in/<scenario>`, or the name of one of `endpoints`. */
  defaultEndpoint: z.string().default('lesson'),
  endpoints: z.array(presetSchema).default([]),
  allowAnyUrl: z.boolean().default(true),
  /** Learners cannot change endpoint, routing and conditions. */
  locked: z.boolean().default(false),
  routed: z.boolean().default(true),
  /** Conditions of the built-in endpoint for lessons that name none. */
  conditions: z
    .strictObject({
      latency: CONDITIONS.latency.default(40),
      jitter: CONDITIONS.jitter.default(0),
      bandwidth: CONDITIONS.bandwidth.default(null),
      idleTimeout: CONDITIONS.idleTimeout,
    })
    .prefault({}),
})
export type Config = Readonly<z.infer<typeof configSchema>>

export const DEFAULT_CONFIG: Config = configSchema.parse({})

/** The scenario that a `defaultEndpoint` names, or `null` if it names something else. */
export function scenarioOf(defaultEndpoint: string): string | null {
  return defaultEndpoint.startsWith(BUILT_IN_PREFIX)
    ? defaultEndpoint.slice(BUILT_IN_PREFIX.length)
    : null
}

/**
 * Reads the text of `config.json`.
 * @param scenarios the names that `built-in/…` may use.
 */
export function parseConfig(text: string, scenarios: readonly string[]): ConfigResult {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return refuse('notJson', { message: messageOf(error) })
  }
  const parsed = configSchema.safeParse(json)
  if (!parsed.success) return refuseIssue(parsed.error.issues[0], json)
  const config: Config = parsed.data

  const names = config.endpoints.map((endpoint) => endpoint.name)
  const duplicate = names.findIndex((name, index) => names.indexOf(name) !== index)
  if (duplicate !== -1) {
    return refuse('duplicateName', {
      field: `endpoints[${duplicate}].name`,
      value: names[duplicate] ?? '',
    })
  }
  const scenario = scenarioOf(config.defaultEndpoint)
  if (scenario !== null && !scenarios.includes(scenario)) {
    return refuse('unknownScenario', {
      field: 'defaultEndpoint',
      value: scenario,
      expected: scenarios.join(', '),
    })
  }
  const isNamed = config.defaultEndpoint === 'lesson' || names.includes(config.defaultEndpoint)
  if (scenario === null && !isNamed) {
    return refuse('unknownEndpoint', { field: 'defaultEndpoint', value: config.defaultEndpoint })
  }
  return { ok: true, config }
}

/**
 * Loads and reads `config.json`.
 * @param load fetches its text, or rejects.
 */
export function loadConfig(
  load: () => Promise<string>,
  scenarios: readonly string[],
): Promise<ConfigResult> {
  return load().then(
    (text) => parseConfig(text, scenarios),
    (error: unknown) => refuse('unreachable', { message: messageOf(error) }),
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function isPresetUrl(kind: EndpointPreset['kind'], text: string): boolean {
  try {
    // Only a lab server's address may be relative: that server may have sent this page.
    const url = kind === 'lab' ? new URL(text, 'ws://page.invalid/') : new URL(text)
    return (url.protocol === 'ws:' || url.protocol === 'wss:') && url.hash === ''
  } catch {
    return false
  }
}

function refuse(reason: ConfigProblem['reason'], params: ConfigProblem['params']): ConfigResult {
  return { ok: false, problem: { reason, params } }
}

function refuseIssue(issue: z.core.$ZodIssue | undefined, json: unknown): ConfigResult {
  if (issue === undefined) return refuse('notJson', { message: '' })
  const field = fieldName(issue.path)
  const value = JSON.stringify(valueAt(json, issue.path)) ?? 'undefined'
  switch (issue.code) {
    case 'invalid_type':
      return refuse('type', { field, value, expected: issue.expected })
    case 'invalid_value':
      return refuse('choice', { field, value, expected: issue.values.map(String).join(', ') })
    case 'unrecognized_keys':
      return refuse('unknownField', { field: fieldName([...issue.path, issue.keys[0] ?? '']) })
    case 'too_small':
      return issue.origin === 'string'
        ? refuse('empty', { field })
        : refuse('range', { field, value, expected: `≥ ${issue.minimum}` })
    case 'too_big':
      return refuse('range', { field, value, expected: `≤ ${issue.maximum}` })
    case 'custom':
      return refuse('url', { field, value })
    case 'invalid_union':
      return refuse('type', { field, value, expected: `string, { ${LOCALES.join(', ')} }` })
    default:
      return refuse('type', { field, value, expected: issue.message })
  }
}

/** As JavaScript would write it: `endpoints[1].url`. */
function fieldName(path: readonly PropertyKey[]): string {
  const name = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
  return name === '' ? 'config.json' : name
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    json,
  )
}
