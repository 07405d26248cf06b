/**
 * HTTP's Basic authentication (RFC 7617) as Chromium does it: nothing is sent until a server asks
 * with 401. Then the user and password of the URL answer, and what was right is kept.
 */
import { toBase64 } from '../../core/protocol/base64.ts'
import type { Header } from '../../core/trace/event.ts'
import { includesCredentials } from '../http/includes-credentials.ts'

/** RFC 7617 §2.2: where a user and a password hold. */
interface ProtectionSpace {
  readonly realm: string
  /** The directories of the paths that were asked for. */
  readonly directories: Set<string>
  authorization: string
}

export class BasicAuthentication {
  /** By origin; the last that answered first. */
  readonly #spaces = new Map<string, ProtectionSpace[]>()

  /** What goes with a request before the server asks: what was right in its directory. */
  authorizationFor(url: URL): string | undefined {
    // A user of the URL has to be asked for first.
    if (includesCredentials(url)) return undefined
    return this.#spacesOf(url).find(({ directories }) =>
      [...directories].some((directory) => url.pathname.startsWith(directory)),
    )?.authorization
  }

  /**
   * The answer to a response of 401: another value for `Authorization`, if there is one.
   *
   * @param refused What the server was sent already.
   */
  answer(url: URL, challenges: readonly Header[], refused: readonly string[]): string | undefined {
    const realm = basicRealm(challenges)
    if (realm === undefined) return undefined
    const spaces = this.#spacesOf(url)
    const known = spaces.find((space) => space.realm === realm)
    const own = includesCredentials(url) ? authorizationOf(url) : undefined
    const next = [own, known?.authorization].find(
      (value) => value !== undefined && !refused.includes(value),
    )
    const others = spaces.filter((space) => space !== known)
    this.#spaces.set(url.origin, others)
    if (next === undefined) return undefined
    const directories = new Set(known?.directories).add(directoryOf(url))
    others.unshift({ realm, directories, authorization: next })
    return next
  }

  #spacesOf(url: URL): ProtectionSpace[] {
    return this.#spaces.get(url.origin) ?? []
  }
}

const directoryOf = ({ pathname }: URL) => pathname.slice(0, pathname.lastIndexOf('/') + 1)

/** Chromium takes a field for one challenge: after a comma it finds no other. */
function basicRealm(challenges: readonly Header[]): string | undefined {
  for (const [name, value] of challenges) {
    if (name.toLowerCase() !== 'www-authenticate' || !/^\s*basic(\s|$)/i.test(value)) continue
    const [, quoted, token] = /\brealm\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/i.exec(value) ?? []
    return quoted?.replace(/\\(.)/g, '$1') ?? token ?? ''
  }
  return undefined
}

function authorizationOf({ username, password }: URL): string {
  const user = `${unescaped(username)}:${unescaped(password)}`
  return `Basic ${toBase64(new TextEncoder().encode(user))}`
}

/** Control characters: Chromium then decodes nothing. */
const CONTROL = /%(?:[01][\da-f]|7f)/i

/** What is no UTF-8 stays encoded as a whole too, and a sign that encodes nothing stays. */
function unescaped(text: string): string {
  if (CONTROL.test(text)) return text
  try {
    return decodeURIComponent(text.replace(/%(?![\da-f]{2})/gi, '%25'))
  } catch {
    return text
  }
}
