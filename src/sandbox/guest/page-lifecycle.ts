/** Records when the program's page is hidden or shown, and when the browser is on- or offline. */
import type { PageLifecycle, Recorder } from '../../core/trace/event.ts'
import { observed } from '../observed-event.ts'

export function capturePageLifecycle(window: Window, recorder: Recorder): void {
  const record = (phase: PageLifecycle['phase']) =>
    recorder.record(observed({ type: 'pageLifecycle', phase }))
  const { document } = window
  document.addEventListener('visibilitychange', () =>
    record(document.visibilityState === 'hidden' ? 'hidden' : 'visible'),
  )
  for (const phase of ['pagehide', 'pageshow', 'online', 'offline'] as const) {
    window.addEventListener(phase, () => record(phase))
  }
}

/**
 * Records what a program's own page plays: events that a script made. When the real page is hidden is
 * no part of virtual time.
 */
export function capturePlayedLifecycle(window: Window, recorder: Recorder): void {
  for (const phase of ['pagehide', 'pageshow'] as const) {
    window.addEventListener(phase, ({ isTrusted }) => {
      if (!isTrusted) recorder.record(observed({ type: 'pageLifecycle', phase }))
    })
  }
}
