import type { ResponseHead } from '../../core/protocol/index.ts'
import { headerValues } from '../../core/protocol/index.ts'
import { includesCredentials } from '../http/includes-credentials.ts'
import type { JarWorld } from './cookie-jar.ts'
import { createKeptCredentials, type KeptCredentials } from './kept-credentials.ts'

/** A value for `Authorization`. */
type Authorization = string

/**
 * What one browser keeps for all its pages: users and passwords, and cookies. It is made when a server
 * asks for one or sets one. `origin`: of the page that asks; `null` for one that is opaque.
 */
export class Credentials {
  readonly #world: JarWorld
  #kept: KeptCredentials | undefined

  constructor(world: JarWorld) {
    this.#world = world
  }

  /** What goes with a request of this URL before its server asks. */
  authorizationFor(url: URL): Authorization | undefined {
    return this.#kept?.basic.authorizationFor(url)
  }

  /** The value of `Cookie` for a request of this URL. */
  cookieFor(url: URL, origin: string): string | undefined {
    return this.#kept?.cookies.cookieFor(url, origin)
  }

  /** Keeps the cookies of a response from this URL. */
  keepCookies(url: URL, { headers }: ResponseHead, origin: string): void {
    for (const text of headerValues(headers, 'Set-Cookie'))
      this.#make().cookies.set(url, text, origin)
  }

  /**
   * With what a request that was refused is sent again; undefined where it is not.
   *
   * @param refused What it was sent with.
   */
  answer(
    url: URL,
    head: ResponseHead,
    refused: readonly Authorization[],
  ): Authorization | undefined {
    if (head.status !== 401) return undefined
    if (this.#kept === undefined && !includesCredentials(url)) return undefined
    return this.#make().basic.answer(url, head.headers, refused)
  }

  #make(): KeptCredentials {
    return (this.#kept ??= createKeptCredentials(this.#world))
  }
}
