/** At least one event of each type, for tests that must hold for all of them and for the docs. */
import type { TraceEvent } from '../event.ts'
import { apiSamples } from '../events/api.ts'
import { frameSamples } from '../events/frames.ts'
import { handshakeSamples } from '../events/handshake.ts'
import { httpSamples } from '../events/http.ts'
import { learnerSamples } from '../events/learner.ts'
import { messageSamples } from '../events/messages.ts'
import { pageSamples } from '../events/page.ts'
import { programSamples } from '../events/program.ts'
import type { SamplesOf } from '../events/sample.ts'
import { socketSamples } from '../events/socket.ts'
import { timerSamples } from '../events/timers.ts'
import { transportSamples } from '../events/transport.ts'
import { traceFrom } from './sketch.ts'

export function everyEvent(): TraceEvent[] {
  const samples: SamplesOf<TraceEvent> = {
    ...socketSamples(),
    ...handshakeSamples(),
    ...transportSamples(),
    ...frameSamples(),
    ...messageSamples(),
    ...apiSamples(),
    ...httpSamples(),
    ...timerSamples(),
    ...pageSamples(),
    ...programSamples(),
    ...learnerSamples(),
  }
  return traceFrom(Object.values(samples).flat())
}
