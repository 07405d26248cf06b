/** A page that breaks programs in the real sandbox, as the site does. */
import { invariantOf } from '../../../src/core/schedule/invariant.ts'
import { sizeOf } from '../../../src/core/schedule/schedule.ts'
import { breakProgram } from '../../../src/run/break-program.ts'
import { scheduleOf } from '../../../src/run/scheduled-runs.ts'
import { SandboxHost } from '../../../src/sandbox/host.ts'
import type { RunRequest } from '../../../src/sandbox/host/run.ts'
import type { Case } from '../cases.ts'

const container = document.querySelector<HTMLElement>('#page')
if (container === null) throw new Error('the page has no place for the sandbox')
const host = new SandboxHost({ container, url: 'sandbox.html', inQuickSuccession: true })

export interface Outcome {
  readonly kind: string
  readonly tried: number
  /** Real milliseconds until one broke it, or until the search was over. */
  readonly took: number
  readonly size: number
}

async function tryToBreak(one: Case, client: string, server: string): Promise<Outcome> {
  const request: RunRequest = {
    program: { 'client.js': client, 'server.js': server },
    endpoint: {
      kind: 'built-in',
      seed: 101,
      conditions: { latency: 40, jitter: 0, bandwidth: null },
    },
    routed: true,
    until: null,
    inputs: [],
  }
  const plain = scheduleOf(request)
  const began = performance.now()
  let tried = 0
  const invariants = one.holds.map((name) => invariantOf(name, one.under))
  const found = await breakProgram(host, request, invariants, (count) => (tried = count)).found
  const took = performance.now() - began
  const size = found.kind === 'broken' && plain !== null ? sizeOf(found.schedule, plain) : 0
  return { kind: found.kind, tried, took, size }
}

declare global {
  interface Window {
    tryToBreak: typeof tryToBreak
  }
}

window.tryToBreak = tryToBreak
