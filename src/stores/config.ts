/** `public/config.json`, which an instructor edits without building anything. */
import {
  anyOf,
  array,
  boolean,
  integer,
  nonEmptyString,
  nullable,
  number,
  oneOf,
  optional,
  read,
  strictObject,
  string,
  withDefault,
  type Infer,
  type Misfit,
  type Shape,
} from '../core/data/shape.ts'
import { LOCALES, type Localised } from '../core/locale/locale.ts'
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
  latency: number(0, 60_000),
  jitter: number(0, 60_000),
  bandwidth: nullable(integer(1)),
  idleTimeout: optional(nullable(number(1, MAX_IDLE_TIMEOUT))),
}

/** A text by language: English is required. */
const translations = strictObject({
  ...Object.fromEntries(LOCALES.map((locale) => [locale, optional(string)])),
  en: string,
  // The shape of each locale is in the spread above.
}) as Shape<Localised>

/** A text by language, or one for all. */
const localisedText = anyOf([string, translations], `string, { ${LOCALES.join(', ')} }`)
export type LocalisedText = Infer<typeof localisedText>

export const presetFields = {
  name: nonEmptyString,
  kind: oneOf(['live', 'lab']),
  /** The URL of a `lab` may be relative to the page. */
  url: nonEmptyString,
  note: optional(localisedText),
}
const preset = strictObject(presetFields)

export type EndpointPreset = Infer<typeof preset>

/** Conditions of the built-in endpoint for lessons that name none. */
export const conditionFields = {
  latency: withDefault(CONDITIONS.latency, 40),
  jitter: withDefault(CONDITIONS.jitter, 0),
  bandwidth: withDefault(CONDITIONS.bandwidth, null),
  idleTimeout: CONDITIONS.idleTimeout,
}

export const configFields = {
  $schema: optional(string),
  /** `lesson`, `built-in/<scenario>`, or the name of one of `endpoints`. */
  defaultEndpoint: withDefault(string, 'lesson'),
  endpoints: withDefault(array(preset), []),
  allowAnyUrl: withDefault(boolean, true),
  /** Learners cannot change endpoint, routing and conditions. */
  locked: withDefault(boolean, false),
  routed: withDefault(boolean, true),
  conditions: withDefault(strictObject(conditionFields), {}),
}
export const configShape = strictObject(configFields)
export type Config = Infer<typeof configShape>

export const DEFAULT_CONFIG = defaultConfig()

function defaultConfig(): Config {
  const reading = read(configShape, {})
  if (!reading.ok) throw new Error('the defaults are not of the shape')
  return reading.value
}

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
  const reading = read(configShape, json)
  if (!reading.ok) return refuseMisfit(reading.misfit, json)
  const config = reading.value

  for (const [index, { kind, url }] of config.endpoints.entries())
    if (!isPresetUrl(kind, url))
      return refuse('url', { field: `endpoints[${index}].url`, value: JSON.stringify(url) })
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

function refuseMisfit({ path, reason, expected }: Misfit, json: unknown): ConfigResult {
  const field = fieldName(path)
  const value = JSON.stringify(valueAt(json, path)) ?? 'undefined'
  switch (reason) {
    case 'empty':
    case 'unknownField':
      return refuse(reason, { field })
    default:
      return refuse(reason, { field, value, expected })
  }
}

/** As JavaScript would write it: `endpoints[1].url`. */
function fieldName(path: Misfit['path']): string {
  const name = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
  return name === '' ? 'config.json' : name
}

function valueAt(json: unknown, path: Misfit['path']): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string | number, unknown>>)[key]
        : undefined,
    json,
  )
}
