/**
 * The observed WebSocket beside the bare one in Firefox, and in both browsers with every program of
 * the conformance suite, each against its scenario on Node.
 */
import { findFreePorts, startScenario } from '../conformance/node-scenario.ts'
import { readPrograms, type ConformanceProgram } from '../conformance/program.ts'
import { wordingOf } from '../identity/differences.ts'
import { identityPrograms } from '../identity/programs.ts'
import { identitySuite } from '../identity/suite.ts'
import { browserNames, launch } from './browsers.ts'

identitySuite({ ...identityPrograms('Firefox'), launch: launch.Firefox })

/** One for each program: what it says may have the port in it. */
const ports = new Map<ConformanceProgram, number>()

/** Runs the scenario of a program on Node meanwhile. */
async function serveScenario<T>(
  program: ConformanceProgram,
  action: (port: number) => Promise<T>,
): Promise<T> {
  const [port = 0] = ports.has(program) ? [ports.get(program)] : await findFreePorts(1)
  ports.set(program, port)
  const scenario = await startScenario(program, port)
  try {
    return await action(port)
  } finally {
    await scenario.stop()
  }
}

/** Programs that say nothing here, by browser. */
const unfit: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  all: new Map([
    ['origin-of-a-message-is-the-urls', 'it names its host with other ports'],
    ['url-reaches-the-server', 'it names its host with other ports'],
  ]),
  Chromium: new Map(),
  Firefox: new Map([
    ['bad-frames-fail-the-connection', 'masked frames fail nothing, and it waits'],
    ['subprotocol-not-chosen-fails', 'it opens, and the program waits'],
    ['unstable-server-lets-the-fifth-stay', 'a cut may come before open or after it'],
  ]),
}

for (const browserName of browserNames) {
  identitySuite({
    programs: readPrograms().filter(
      ({ name }) => !unfit['all']?.has(name) && !unfit[browserName]?.has(name),
    ),
    serve: serveScenario,
    routed: false,
    differences: [],
    wording: wordingOf(browserName),
    browserName: `${browserName}, the conformance suite`,
    launch: launch[browserName],
  })
}
