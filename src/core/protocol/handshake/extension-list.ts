/** The grammar of Sec-WebSocket-Extensions (RFC 6455 §9.1). */
import { failed, type Failed } from './failure.ts'
import { headerList, isToken, splitList, type HeaderField } from './header.ts'

export interface Extension {
  readonly name: string
  readonly parameters: readonly ExtensionParameter[]
}

export interface ExtensionParameter {
  readonly name: string
  /** Absent where the parameter has none. */
  readonly value?: string
}

export type ExtensionList =
  { readonly ok: true; readonly extensions: readonly Extension[] } | Failed

/** The extensions that the header fields list, most preferred first. */
export function parseExtensions(headers: readonly HeaderField[]): ExtensionList {
  const extensions: Extension[] = []
  for (const element of headerList(headers, 'Sec-WebSocket-Extensions')) {
    const [name = '', ...rest] = splitList(element, ';')
    const parameters = rest.map(parseParameter)
    if (!isToken(name) || !parameters.every((parameter) => parameter !== undefined)) {
      return failed('RFC 6455 §9.1', `Not a list of extensions: ${element}`)
    }
    extensions.push({ name, parameters })
  }
  return { ok: true, extensions }
}

export function formatExtension({ name, parameters }: Extension): string {
  return [name, ...parameters.map(formatParameter)].join('; ')
}

function formatParameter({ name, value }: ExtensionParameter): string {
  return value === undefined ? name : `${name}=${value}`
}

/** Nothing when it is not `token` or `token=value`; a quoted value has to be a token inside. */
function parseParameter(text: string): ExtensionParameter | undefined {
  const equals = text.indexOf('=')
  if (equals < 0) return isToken(text) ? { name: text } : undefined
  const name = text.slice(0, equals).trim()
  const value = unquote(text.slice(equals + 1).trim())
  return isToken(name) && isToken(value) ? { name, value } : undefined
}

function unquote(value: string): string {
  const quoted = /^"(.*)"$/.exec(value)
  return quoted?.[1]?.replace(/\\(.)/g, '$1') ?? value
}
