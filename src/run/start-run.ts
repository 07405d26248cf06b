import type { SandboxHost } from '../sandbox/host.ts'
import type { RunCommand, RunListener, RunRequest, SandboxRun } from '../sandbox/host/run.ts'

/**
 * Starts a run. On a lab server, its wiretap records the connections too; what reads that is loaded
 * only for such a run.
 */
export function startRun(
  host: Pick<SandboxHost, 'start'>,
  request: RunRequest,
  listener: RunListener,
): SandboxRun {
  return request.endpoint.kind === 'lab'
    ? new LaterRun(host, request, listener)
    : host.start(request, listener)
}

class LaterRun implements SandboxRun {
  #run: SandboxRun | null = null
  #isStopped = false
  readonly #commands: RunCommand[] = []

  constructor(host: Pick<SandboxHost, 'start'>, request: RunRequest, listener: RunListener) {
    void import('./tapped-run.ts').then(
      ({ startTapped }) => {
        if (this.#isStopped) return
        this.#run = startTapped(host, request, listener)
        for (const command of this.#commands) this.#run.send(command)
      },
      (error: unknown) =>
        listener({ type: 'failed', problem: { kind: 'loadFailed', detail: String(error) } }),
    )
  }

  send(command: RunCommand): void {
    if (this.#run === null) this.#commands.push(command)
    else this.#run.send(command)
  }

  stop(): void {
    this.#isStopped = true
    this.#run?.stop()
  }
}
