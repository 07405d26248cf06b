import { afterAll } from 'vitest'
import { readPrograms } from '../conformance/program.ts'
import { knownDifferences, wordingOf } from './differences.ts'
import { startEchoServer } from './echo-server.ts'
import type { IdentitySuite } from './suite.ts'

/** The programs of this suite in a browser, all of them against one server. */
export function identityPrograms(browserName: string): Omit<IdentitySuite, 'launch'> {
  const server = startEchoServer()
  afterAll(async () => (await server).close())
  return {
    programs: readPrograms(new URL('programs/', import.meta.url)),
    serve: async (_program, action) => action((await server).port),
    routed: true,
    differences: knownDifferences[browserName] ?? [],
    browserName,
    wording: wordingOf(browserName),
  }
}
