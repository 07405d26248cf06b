/**
 * The `test` of every browser test: the built site on a static host, a page that is guarded, and a
 * lab server for those that want one.
 */
import { test as base, expect } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { createLabServer, type LabServer } from '../../lab-server/server.ts'
import { PageGuard } from './page-guard.ts'
import { createStaticServer, type StaticServer } from './static-server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface TestFixtures {
  /**
   * Whether Monaco takes the place of the plain editor that a page begins with. It does so in the
   * tests that are about editing; the others are spared its five million characters.
   */
  readonly monaco: boolean
  /** Watches every page of the test, and fails it in the end for what it saw. */
  readonly guard: PageGuard
  /** A lab server with the scenarios of the course, on a port of its own, and its log. */
  readonly labServer: LabServer & { readonly log: readonly string[] }
}

interface WorkerFixtures {
  /** `dist/` under a sub-path of a static host. */
  readonly site: StaticServer
  /** The same, except that Monaco never arrives. */
  readonly siteWithoutMonaco: StaticServer
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // Playwright reads from this parameter which fixtures are wanted.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await createStaticServer(`${root}dist`, '/some/course/')
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],

  siteWithoutMonaco: [
    // As above.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const monaco = /\/assets\/MonacoEditor-[^/]*\.js$/
      const server = await createStaticServer(`${root}dist`, '/some/course/', monaco)
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],

  monaco: [false, { option: true }],

  baseURL: async ({ site, siteWithoutMonaco, monaco }, use) =>
    use((monaco ? site : siteWithoutMonaco).url),

  guard: [
    async ({ context, site, siteWithoutMonaco }, use) => {
      const guard = new PageGuard(context)
      guard.allowServer(site.url)
      guard.allowServer(siteWithoutMonaco.url)
      await use(guard)
      expect(guard.report(), 'what the page did that it must not').toEqual([])
    },
    { auto: true },
  ],

  labServer: async ({ guard }, use) => {
    const log: string[] = []
    const server = await createLabServer({
      siteDirectory: `${root}dist`,
      scenariosDirectory: `${root}scenarios`,
      port: 0,
      log: (line) => log.push(line),
    })
    guard.allowServer(server.url)
    await use({ ...server, log })
    await server.close(0)
  },
})

export { expect }
