/**
 * What is sent by hand, as the text that does it in the console's line: `$ws` is the program's latest
 * socket, `$sockets` has all.
 */

/** Octets of a file that is sent by hand: its text is kept with the run. */
export const MAX_FILE = 200 * 1024

export type ByHand =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'json'; readonly text: string }
  /** Octets as pairs of hexadecimal digits; white space and commas may stand between them. */
  | { readonly kind: 'hex'; readonly text: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'ping'; readonly text: string }
  | { readonly kind: 'close'; readonly code: number | null; readonly reason: string }

export type WrongByHand =
  | { readonly kind: 'json'; readonly message: string }
  | { readonly kind: 'hex'; readonly text: string }
  | { readonly kind: 'code' }

export type ByHandSource = { readonly source: string } | { readonly wrong: WrongByHand }

/** @param socket its index in `$sockets`; null for the latest. */
export function byHandSource(action: ByHand, socket: number | null): ByHandSource {
  const name = socket === null ? '$ws' : `$sockets[${String(socket)}]`
  switch (action.kind) {
    case 'text':
      return { source: `${name}.send(${JSON.stringify(action.text)})` }
    case 'json':
      try {
        JSON.parse(action.text)
      } catch (error) {
        return { wrong: { kind: 'json', message: error instanceof Error ? error.message : '' } }
      }
      return { source: `${name}.send(${JSON.stringify(action.text)})` }
    case 'hex': {
      const pairs = hexPairs(action.text)
      if (typeof pairs === 'string') return { wrong: { kind: 'hex', text: pairs } }
      return { source: sendingBytes(name, pairs.map((pair) => `0x${pair}`).join(', ')) }
    }
    case 'file':
      return { source: sendingBytes(name, action.bytes.join(',')) }
    case 'ping': {
      const given = action.text === '' && socket === null ? [] : [JSON.stringify(action.text)]
      return { source: `$ping(${[...given, ...(socket === null ? [] : [name])].join(', ')})` }
    }
    case 'close':
      return closing(name, action.code, action.reason)
  }
}

const sendingBytes = (name: string, bytes: string) => `${name}.send(new Uint8Array([${bytes}]))`

/** WHATWG WebSockets §3.1, `close()`: other codes throw. */
function closing(name: string, code: number | null, reason: string): ByHandSource {
  if (code === null)
    return reason === '' ? { source: `${name}.close()` } : closing(name, 1000, reason)
  if (code !== 1000 && !(code >= 3000 && code <= 4999)) return { wrong: { kind: 'code' } }
  const parts = reason === '' ? [String(code)] : [String(code), JSON.stringify(reason)]
  return { source: `${name}.close(${parts.join(', ')})` }
}

/**
 * What a text does in this mode.
 * @param text `close`: a code, a reason, or both, as in `1000 bye`.
 */
export function actionOf(
  kind: Exclude<ByHand['kind'], 'file'>,
  text: string,
): Exclude<ByHand, { kind: 'file' }> {
  if (kind !== 'close') return { kind, text }
  const [, code, reason = ''] = /^\s*(\d+)?\s*([^]*?)\s*$/u.exec(text) ?? []
  return { kind, code: code === undefined ? null : Number(code), reason }
}

/** The pairs, or what is none. */
function hexPairs(text: string): string[] | string {
  const pairs: string[] = []
  for (const word of text.split(/[\s,]+/u).filter((part) => part !== '')) {
    const digits = word.replace(/^0x/iu, '')
    if (!/^(?:[\da-f]{2})+$/iu.test(digits)) return word
    pairs.push(...(digits.toLowerCase().match(/../gu) ?? []))
  }
  return pairs
}
