/**
 * The lab server as a program: its output, its signals, its last resort against errors. Its
 * command line is read by `scripts/start.mjs`.
 */
import { isIP } from 'node:net'
import { runThatThrew } from './scenario/run.ts'
import { createLabServer, type LabServer, type LabServerOptions } from './server.ts'

export { defaultLimits } from './limits/limits.ts'
export { defaultPort } from './server.ts'

/** Serves until SIGINT or SIGTERM, then ends the process. Resolves once it listens. */
export async function serve(options: Omit<LabServerOptions, 'log'>): Promise<LabServer> {
  // A scenario's error, thrown where nothing of ours is on the stack, must not end the server.
  const onUncaught = (error: unknown, promise?: Promise<unknown>) => {
    const run = runThatThrew()
    if (run) run.crash(error, promise)
    else log(`unexpected error: ${error instanceof Error ? error.stack : String(error)}`)
  }
  process.on('uncaughtException', (error) => onUncaught(error))
  process.on('unhandledRejection', onUncaught)
  // The log's reader went away. Without this handler, reporting the error would raise the same
  // error, endlessly.
  process.stdout.on('error', () => {})

  const server = await createLabServer({ ...options, log })
  process.stdout.write(
    `\n  Upgrade 101    ${server.url}\n` +
      `  Lab server     ${server.url.replace('http', 'ws')}lab/<scenario>\n` +
      `  Scenarios      ${server.scenarioNames.join(', ') || 'none'}\n` +
      '  Stop           Ctrl+C\n\n',
  )
  const { host = 'localhost' } = options
  if (!isLoopback(host)) {
    process.stdout.write(
      `  Warning: listening on ${host}, where other machines reach it. Everyone who does can use ` +
        'the scenarios.\n\n',
    )
  }

  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    log(`${signal}: closing every connection`)
    void server.close().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return server
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function log(line: string): void {
  process.stdout.write(`${new Date().toTimeString().slice(0, 8)} ${line}\n`)
}
