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
    /** It is not clear whether the endpoint is locked, so it is. */
    | 'lockUnclear'
  readonly params: Readonly<Record<string, string>>
}

/** What is valid in the file, with defaults for the rest, and what was ignored. */
export interface ConfigResult {
  readonly config: Config
  readonly problems: readonly ConfigProblem[]
}

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

/** More than these are not looked for. */
const MAX_PROBLEMS = 20

/**
 * Reads the text of `config.json`. What is wrong in it is left out and named; the rest counts. Where
 * that concerns `locked`, the endpoint is locked: a slip of the pen must not unlock a classroom.
 * @param scenarios the names that `built-in/…` may use.
 */
export function parseConfig(text: string, scenarios: readonly string[]): ConfigResult {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const problems = [problem('notJson', { message: messageOf(error) })]
    return closed({ config: DEFAULT_CONFIG, problems }, /lock/i.test(text))
  }
  const problems: ConfigProblem[] = []
  while (problems.length < MAX_PROBLEMS) {
    const reading = read(configShape, json)
    if (reading.ok) {
      const fault = faultOf(reading.value, scenarios)
      if (fault === null) return closed({ config: reading.value, problems }, isUnclear(problems))
      problems.push(fault.problem)
      json = without(json, fault.path)
      continue
    }
    const { misfit } = reading
    problems.push(problemOfMisfit(misfit, json))
    json = misfit.path.length === 0 ? {} : without(json, partOf(misfit.path))
  }
  return closed({ config: DEFAULT_CONFIG, problems }, true)
}

/** Whether one of the fields that were ignored may have been meant as `locked`. */
function isUnclear(problems: readonly ConfigProblem[]): boolean {
  return problems.some(({ params }) => /^lock/i.test(params['field'] ?? ''))
}

function closed({ config, problems }: ConfigResult, isUnclear: boolean): ConfigResult {
  if (!isUnclear || config.locked) return { config, problems }
  return {
    config: { ...config, locked: true },
    problems: [...problems, problem('lockUnclear', {})],
  }
}

/** The part that is left out for a misfit: an endpoint goes whole, of an object only the field. */
function partOf(path: Misfit['path']): Misfit['path'] {
  return path[0] === 'endpoints' ? path.slice(0, 2) : path
}

/** The same JSON without what is at a path. */
function without(json: unknown, [key, ...rest]: Misfit['path']): unknown {
  if (key === undefined) return undefined
  if (Array.isArray(json)) return json.filter((_, index) => index !== key)
  if (typeof json !== 'object' || json === null) return undefined
  const entries = Object.entries(json).flatMap(([name, value]) => {
    if (name !== key) return [[name, value] as const]
    return rest.length === 0 ? [] : [[name, without(value, rest)] as const]
  })
  return Object.fromEntries(entries)
}

interface Fault {
  readonly path: Misfit['path']
  readonly problem: ConfigProblem
}

/** What its shape does not say of a configuration. */
function faultOf(config: Config, scenarios: readonly string[]): Fault | null {
  for (const [index, { kind, url }] of config.endpoints.entries()) {
    if (isPresetUrl(kind, url)) continue
    const field = `endpoints[${index}].url`
    return {
      path: ['endpoints', index],
      problem: problem('url', { field, value: JSON.stringify(url) }),
    }
  }
  const names = config.endpoints.map((endpoint) => endpoint.name)
  const duplicate = names.findIndex((name, index) => names.indexOf(name) !== index)
  if (duplicate !== -1) {
    const field = `endpoints[${duplicate}].name`
    const value = names[duplicate] ?? ''
    return {
      path: ['endpoints', duplicate],
      problem: problem('duplicateName', { field, value }),
    }
  }
  const field = 'defaultEndpoint'
  const scenario = scenarioOf(config.defaultEndpoint)
  if (scenario !== null && !scenarios.includes(scenario)) {
    const expected = scenarios.join(', ')
    return {
      path: [field],
      problem: problem('unknownScenario', { field, value: scenario, expected }),
    }
  }
  const isNamed = config.defaultEndpoint === 'lesson' || names.includes(config.defaultEndpoint)
  if (scenario === null && !isNamed) {
    const value = config.defaultEndpoint
    return { path: [field], problem: problem('unknownEndpoint', { field, value }) }
  }
  return null
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
    (error: unknown) => ({
      config: DEFAULT_CONFIG,
      problems: [problem('unreachable', { message: messageOf(error) })],
    }),
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

function problem(reason: ConfigProblem['reason'], params: ConfigProblem['params']): ConfigProblem {
  return { reason, params }
}

function problemOfMisfit({ path, reason, expected }: Misfit, json: unknown): ConfigProblem {
  const field = fieldName(path)
  const value = JSON.stringify(valueAt(json, path)) ?? 'undefined'
  switch (reason) {
    case 'empty':
    case 'unknownField':
      return problem(reason, { field })
    default:
      return problem(reason, { field, value, expected })
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
