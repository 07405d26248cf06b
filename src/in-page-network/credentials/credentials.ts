import type { ResponseHead } from '../../core/protocol/index.ts'
import { headerValues } from '../../core/protocol/index.ts'
import { includesCredentials } from '../http/includes-credentials.ts'
import type { JarWorld } from './cookie-jar.ts'
import { createKeptCredentials, type KeptCredentials } from './kept-credentials.ts'

/** A value for `Authorization`. */
type Authorization = string

/**
 * What one browser keeps for all its pages: users and passwords, and cookies. It is made when a server
 * asks for one or sets one.
 */
export class BrowserCredentials {
  readonly #world: JarWorld
  #kept: KeptCredentials | undefined

  constructor(world: JarWorld) {
    this.#world = world
  }

  get kept(): KeptCredentials | undefined {
    return this.#kept
  }

  make(): KeptCredentials {
    return (this.#kept ??= createKeptCredentials(this.#world))
  }

  /** @param origin the page's; `null` for one that is opaque. */
  ofPage(origin: () => string): Credentials {
    return new Credentials(this, origin)
  }
}

/** The credentials of a browser as one of its pages may use them. */
export class Credentials {
  readonly #browser: BrowserCredentials
  readonly #origin: () => string

  constructor(browser: BrowserCredentials, origin: () => string) {
    this.#browser = browser
    this.#origin = origin
  }

  /** What goes with a request of this URL before its server asks. */
  authorizationFor(url: URL): Authorization | undefined {
    return this.#browser.kept?.basic.authorizationFor(url)
  }

  /** The value of `Cookie` for a request of this URL. */
  cookieFor(url: URL): string | undefined {
    return this.#browser.kept?.cookies.cookieFor(url, this.#origin())
  }

  /** Keeps the cookies of a response from this URL. */
  keepCookies(url: URL, { headers }: ResponseHead): void {
    for (const text of headerValues(headers, 'Set-Cookie'))
      this.#browser.make().cookies.set(url, text, this.#origin())
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
    if (this.#browser.kept === undefined && !includesCredentials(url)) return undefined
    return this.#browser.make().basic.answer(url, head.headers, refused)
  }
}
