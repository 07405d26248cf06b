/**
 * The builds of the site that a browser keeps. Each has a cache of its own, and a file gets into it
 * only if it is the build's, octet by octet. So no page is ever given a file of another build than
 * its own, not even while the host's files are being replaced.
 */
import {
  CONFIG_FILE,
  integrityOf,
  isHashed,
  SANDBOX_FILE,
  type BuildList,
  type Wanted,
} from './build-list.ts'

/** What a worker stands on, given so that it can be tried without a browser. */
export interface Surroundings {
  /** The site's root, with its last slash. */
  readonly scope: string
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'has'>
  readonly fetch: (address: string | Request, init?: RequestInit) => Promise<Response>
}

/** Files that are fetched at a time: a browser opens no more connections to one host. */
const AT_A_TIME = 6
/** Says in a kept answer which file it is. */
const INTEGRITY = 'X-Integrity'
/** The flags of the frame that shows a program: `sandbox-document.ts`. */
const SANDBOX_POLICY = 'sandbox allow-scripts allow-forms'
/** In the cache of a build that pages were given. */
const ACTIVATED = 'activated'

export class KeptBuilds {
  readonly #list: BuildList
  readonly #around: Surroundings
  readonly #prefix: string

  constructor(list: BuildList, around: Surroundings) {
    this.#list = list
    this.#around = around
    // Other sites of the same origin have caches too.
    this.#prefix = `upgrade-101 ${around.scope} `
  }

  /**
   * Keeps the build: takes what an earlier one has in common with it, and fetches the rest.
   * @throws TypeError if a file cannot be had as this build has it. What was kept stays for the next
   *   attempt.
   */
  async install(): Promise<void> {
    await this.keep(Object.keys(this.#list.atOnce))
    // A site without one is whole, too.
    await this.#newestConfig(this.#url(CONFIG_FILE)).catch(() => undefined)
  }

  /** Keeps files of the build, those that it has. */
  async keep(paths: readonly string[]): Promise<void> {
    const earlier = await this.#caches()
    const own = await this.#own()
    const waiting = [...paths]
    const work = async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
        await this.#keepFile(path, own, earlier)
    }
    await Promise.all(Array.from({ length: AT_A_TIME }, work))
  }

  /** Forgets all builds but this one and the one before, which pages may still be open of. */
  async activate(): Promise<void> {
    const { caches } = this.#around
    const before: string[] = []
    for (const name of await this.#names()) {
      if (name === this.#nameOf(this.#list.id)) continue
      const isActivated = await (await caches.open(name)).match(this.#url(ACTIVATED))
      if (isActivated === undefined) await caches.delete(name)
      else before.push(name)
    }
    // The browser names them in the order in which they were made.
    for (const name of before.slice(0, -1)) await caches.delete(name)
    await (await this.#own()).put(this.#url(ACTIVATED), new Response())
  }

  /** The answer to a page that wants a file. It comes from one build: the asking page's. */
  async answer(wanted: Wanted, request: Request): Promise<Response> {
    if (wanted.kind === 'config') return this.#newestConfig(request)
    const { path, build } = wanted
    const isOther = build !== null && build !== this.#list.id
    const found = isOther
      ? await this.#fileOf(build, path)
      : ((await this.#ownFile(path)) ?? (await this.#hashedFile(path)))
    if (found !== undefined) return path === SANDBOX_FILE ? sandboxed(found) : found
    // The host has another build by now, whose page is whole by itself.
    if (build === null) return this.#around.fetch(request)
    return new Response(null, { status: 410, statusText: 'This build is gone' })
  }

  async #keepFile(path: string, own: Cache, earlier: readonly Cache[]): Promise<void> {
    const integrity = integrityOf(path, this.#list)
    const url = this.#url(path)
    if (integrity === undefined || (await own.match(url)) !== undefined) return
    for (const cache of earlier) {
      const known = await cache.match(url)
      if (known?.headers.get(INTEGRITY) === integrity) return own.put(url, known)
    }
    await own.put(url, await this.#fetched(path, integrity))
  }

  /** A file from the host. @throws TypeError if it is not exactly this build's */
  async #fetched(path: string, integrity: string): Promise<Response> {
    const response = await this.#around.fetch(this.#url(path), {
      integrity,
      cache: isHashed(path) ? 'default' : 'no-cache',
    })
    if (!response.ok) throw new TypeError(`${path} is not there: ${response.status}`)
    const headers = new Headers(response.headers)
    headers.set(INTEGRITY, integrity)
    // It is decompressed by now.
    headers.delete('Content-Encoding')
    headers.delete('Content-Length')
    // Made anew, because a page takes no answer that a host's redirection led to.
    return new Response(await response.blob(), { headers })
  }

  async #ownFile(path: string): Promise<Response | undefined> {
    const own = await this.#own()
    const known = await own.match(this.#url(path))
    const integrity = integrityOf(path, this.#list)
    if (known !== undefined || integrity === undefined) return known
    const fetched = await this.#fetched(path, integrity).catch(() => undefined)
    // A full disk is no reason not to answer.
    if (fetched !== undefined)
      await own.put(this.#url(path), fetched.clone()).catch(() => undefined)
    return fetched
  }

  async #fileOf(build: string, path: string): Promise<Response | undefined> {
    const name = this.#nameOf(build)
    if (!(await this.#around.caches.has(name))) return undefined
    return (await this.#around.caches.open(name)).match(this.#url(path))
  }

  /** A page that is older than this worker asks for files whose names say which they are. */
  async #hashedFile(path: string): Promise<Response | undefined> {
    if (!isHashed(path)) return undefined
    for (const cache of await this.#caches()) {
      const known = await cache.match(this.#url(path))
      if (known !== undefined) return known
    }
    return undefined
  }

  async #newestConfig(request: Request | string): Promise<Response> {
    const own = await this.#own()
    const url = this.#url(CONFIG_FILE)
    try {
      const response = await this.#around.fetch(request)
      if (response.ok) await own.put(url, response.clone()).catch(() => undefined)
      return response
    } catch (error) {
      const kept = [own, ...(await this.#caches())].map((cache) => cache.match(url))
      const newest = (await Promise.all(kept)).find((known) => known !== undefined)
      if (newest === undefined) throw error
      return newest
    }
  }

  #own(): Promise<Cache> {
    return this.#around.caches.open(this.#nameOf(this.#list.id))
  }

  /** Of all builds of this site, the newest first. */
  async #caches(): Promise<readonly Cache[]> {
    const names = await this.#names()
    return Promise.all(names.reverse().map((name) => this.#around.caches.open(name)))
  }

  async #names(): Promise<string[]> {
    return (await this.#around.caches.keys()).filter((name) => name.startsWith(this.#prefix))
  }

  #nameOf(build: string): string {
    return this.#prefix + build
  }

  #url(path: string): string {
    return this.#around.scope + path
  }
}

/**
 * A browser asks no worker for the document of a frame with the attribute `sandbox`. So the frame
 * comes without it, and the answer makes the document a sandbox, with an origin of its own.
 */
function sandboxed(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.append('Content-Security-Policy', SANDBOX_POLICY)
  return new Response(response.body, { headers })
}
