import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { repeatObstacle, repeatWithInput, type RepeatObstacle } from '../run/repeat.ts'
import { usePlayheadStore } from './playhead.ts'
import { useRecordingsStore } from './recordings.ts'
import { useSessionStore } from './session.ts'

/** Why nothing can be evaluated: a text under `console-tools.line.refused`. */
export type EvaluationObstacle = Exclude<RepeatObstacle, 'realNetwork'> | 'over'

/** Texts that can be brought back. */
const MAX_TYPED = 200

/** Milliseconds that a world may be ahead of the playhead and still be at the time that is shown. */
const PRESENT = 1_000

/**
 * Evaluates texts in the program of the run that is shown, at the time that is shown. A run that is
 * computed further, or is over, runs once more up to then, and goes on as long as texts come.
 */
export const useConsoleLineStore = defineStore('consoleLine', () => {
  const recordings = useRecordingsStore()
  const playhead = usePlayheadStore()
  const session = useSessionStore()

  /** What was typed, the latest last; the same text twice in a row counts once. */
  const typed = ref<readonly string[]>([])
  const obstacle = computed<EvaluationObstacle | null>(() => {
    const { shown } = recordings
    if (shown.header?.clock === 'real') return shown.complete ? 'over' : null
    const reason = repeatObstacle(shown)
    return reason === 'realNetwork' ? 'over' : reason
  })

  function evaluate(source: string): void {
    if (typed.value.at(-1) !== source) typed.value = [...typed.value, source].slice(-MAX_TYPED)
    const { shown } = recordings
    const isPresent = playhead.end - playhead.time <= PRESENT
    const input = { kind: 'evaluate', target: 'console', value: source } as const
    if (isPresent && session.act(input)) {
      // What comes of it is ahead of the playhead.
      if (!playhead.following && !playhead.playing) playhead.play()
      return
    }
    const order = repeatWithInput(shown, input, playhead.time)
    if (order !== null) session.start(order)
  }

  return { typed, obstacle, evaluate }
})
