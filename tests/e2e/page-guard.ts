import type { BrowserContext, Page } from '@playwright/test'

/**
 * Watches a browser context for what a page of ours must never do: report an error, fail to load
 * something, or ask anybody but the servers of the test for anything.
 */
export class PageGuard {
  readonly #origins = new Set<string>()
  readonly #problems: string[] = []
  readonly #expected: RegExp[] = []

  constructor(context: BrowserContext) {
    context.on('console', (message) => {
      const { url } = message.location()
      if (message.type() === 'error') this.#report(`console error: ${message.text()} (${url})`)
    })
    context.on('weberror', (error) => this.#report(`uncaught: ${error.error().message}`))
    context.on('request', (request) => this.#checkOrigin(request.url()))
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? ''
      // A frame that is removed, or a page that is left, while it loads.
      if (reason !== 'net::ERR_ABORTED') this.#report(`failed: ${request.url()} ${reason}`)
    })
    context.on('response', (response) => {
      if (response.status() >= 400) this.#report(`${response.status()}: ${response.url()}`)
    })
    context.on('page', (page) => this.#watchSockets(page))
    for (const page of context.pages()) this.#watchSockets(page)
  }

  /** Lets pages speak with a server. */
  allowServer(url: string): void {
    this.#origins.add(originOf(url))
  }

  /** Lets a problem pass whose text matches; it must happen, or the test fails too. */
  expectProblem(pattern: RegExp): void {
    this.#expected.push(pattern)
  }

  /** What happened and was not expected, and what was expected and did not happen. */
  report(): readonly string[] {
    const unexpected = this.#problems.filter(
      (problem) => !this.#expected.some((pattern) => pattern.test(problem)),
    )
    const missing = this.#expected
      .filter((pattern) => !this.#problems.some((problem) => pattern.test(problem)))
      .map((pattern) => `expected and not seen: ${String(pattern)}`)
    return [...unexpected, ...missing]
  }

  #watchSockets(page: Page): void {
    page.on('websocket', (socket) => this.#checkOrigin(socket.url()))
  }

  #checkOrigin(url: string): void {
    if (/^(data|blob|about):/.test(url) || this.#origins.has(originOf(url))) return
    this.#report(`third party: ${url}`)
  }

  #report(problem: string): void {
    this.#problems.push(problem)
  }
}

/** The origin of a server, the same for its HTTP and its WebSocket addresses. */
function originOf(url: string): string {
  return new URL(url.replace(/^ws/, 'http')).origin.replace('//localhost:', '//127.0.0.1:')
}
