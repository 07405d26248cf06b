/** Texts of a configuration that have variables in them. */
import { ConfigError } from './config-error.ts'

/** A literal text, or a variable by its name. */
export type TemplatePart = string | { readonly variable: string }
export type Template = readonly TemplatePart[]

export type ValueOf = (variable: string) => string

export function templateOf(text: string): Template {
  const parts: TemplatePart[] = []
  let at = 0
  for (const match of text.matchAll(/\$(?:\{(\w+)\}|(\w+))/gu)) {
    if (match.index > at) parts.push(text.slice(at, match.index))
    parts.push({ variable: match[1] ?? match[2] ?? '' })
    at = match.index + match[0].length
  }
  if (at < text.length) parts.push(text.slice(at))
  return parts
}

export const hasVariables = (text: string): boolean =>
  templateOf(text).some((part) => typeof part !== 'string')

export const fillIn = (template: Template, valueOf: ValueOf): string =>
  template.map((part) => (typeof part === 'string' ? part : valueOf(part.variable))).join('')

/** The variables that nginx has of a request, apart from `$http_…`, `$arg_…` and `$cookie_…`. */
const VARIABLES = [
  ...['args', 'host', 'is_args', 'proxy_add_x_forwarded_for', 'proxy_host', 'proxy_port'],
  ...['query_string', 'remote_addr', 'remote_port', 'request_method', 'request_uri', 'scheme'],
  ...['server_addr', 'server_name', 'server_port', 'server_protocol', 'uri'],
] as const
export type Variable = (typeof VARIABLES)[number]

const isVariable = (name: string): name is Variable =>
  VARIABLES.some((variable) => variable === name)

/** @throws ConfigError for a variable that nothing sets; nginx names no line then. */
export function checkVariables(
  template: Template,
  line: number,
  maps: ReadonlyMap<string, unknown>,
): void {
  for (const part of template) {
    if (typeof part === 'string') continue
    const { variable } = part
    if (!isVariable(variable) && !/^(?:http|arg|cookie)_/u.test(variable) && !maps.has(variable))
      throw new ConfigError(`unknown "${variable}" variable`, line)
  }
}
