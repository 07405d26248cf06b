/** Scenarios on Node, with the `ws` package, on ports of this machine. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { scenarioFile, type ConformanceProgram } from './program.ts'

/** Below the ports that a system gives to clients, so that none takes one meanwhile. */
const FIRST_PORT = 20_000
const LAST_PORT = 32_000

/** Ports on which nothing listens now. */
export async function findFreePorts(count: number): Promise<readonly number[]> {
  const ports: number[] = []
  const start = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT) * 0.5)
  for (let port = start; ports.length < count && port < LAST_PORT; port += 1) {
    if (await isFree(port)) ports.push(port)
  }
  if (ports.length < count) throw new Error('there are not enough free ports')
  return ports
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

export interface NodeScenario {
  stop(): Promise<unknown>
}

/** Starts the scenario of a program; gives it when it listens. */
export async function startScenario(
  { scenario, speed }: ConformanceProgram,
  port: number,
): Promise<NodeScenario> {
  if (scenario === null) return { stop: async () => undefined }
  const worker = new Worker(new URL('scenario-worker.mjs', import.meta.url), {
    workerData: { file: pathToFileURL(scenarioFile(scenario)).href, port, speed },
  })
  await once(worker, 'message')
  // From here on what it throws must not end this process; the program says what came of it.
  worker.on('error', (error) => console.error(`${scenario} threw`, error))
  return { stop: () => worker.terminate() }
}
