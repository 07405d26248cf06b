import { afterAll } from 'vitest'
import { readPrograms } from '../conformance/program.ts'
import { knownDifferences } from './differences.ts'
import { startEchoServer } from './echo-server.ts'
import type { IdentitySuite } from './suite.ts'

/** The programs of this suite, all of them against one server. */
export function identityPrograms(): Omit<IdentitySuite, 'browserName' | 'launch'> {
  const server = startEchoServer()
  afterAll(async () => (await server).close())
  return {
    programs: readPrograms(new URL('programs/', import.meta.url)),
    serve: async (_program, action) => action((await server).port),
    routed: true,
    differences: knownDifferences,
  }
}
