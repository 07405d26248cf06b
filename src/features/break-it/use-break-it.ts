/** A search as the panel shows it: what it looks for, how far it is, and what it found. */
import { computed, onUnmounted, ref, shallowRef } from 'vue'
import { invariantOf, type Invariant } from '../../core/schedule/invariant.ts'
import { INVARIANTS, type InvariantName } from '../../core/schedule/invariants.ts'
import { DISTURBANCES, type Disturbance, type Schedule } from '../../core/schedule/schedule.ts'
import type { Found } from '../../core/schedule/search.ts'
import { invariantsOfTask } from '../../core/schedule/invariants-of-task.ts'
import { breakProgram, type Attempt } from '../../run/break-program.ts'
import type { RunOrder } from '../../run/order.ts'
import { requestUnder, scheduleOf } from '../../run/scheduled-runs.ts'
import { useCourseStore } from '../../stores/course.ts'
import { useOwnOrder } from '../../stores/own-order.ts'
import { useRecordingsStore } from '../../stores/recordings.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useShownPaneStore } from '../../stores/shown-pane.ts'
import { useWorkspaceStore } from '../../stores/workspace.ts'

/** Milliseconds that the playhead begins before the event that broke it. */
const BEFORE = 300

export type Stage =
  | { readonly kind: 'asking' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'over'; readonly found: Found }

/** @param task its id; `''` in free play. */
export function useBreakIt(task: () => string) {
  const course = useCourseStore()
  const ownOrder = useOwnOrder()
  const recordings = useRecordingsStore()
  const session = useSessionStore()
  const shownPane = useShownPaneStore()
  const workspace = useWorkspaceStore()

  const stage = shallowRef<Stage>({ kind: 'asking' })
  const tried = ref(0)
  const chosen = ref<InvariantName[]>(['no-uncaught-error', 'no-send-after-close'])
  const under = ref<Disturbance[]>([...DISTURBANCES])
  /** What the search began with: the plain schedule and the order of its runs. */
  const begun = shallowRef<{ readonly order: RunOrder; readonly plain: Schedule } | null>(null)
  let attempt: Attempt | null = null

  const ofTask = computed<readonly Invariant[] | null>(() => {
    const planned = course.lesson?.tasks.find(({ id }) => id === task())
    return planned === undefined ? null : invariantsOfTask(planned)
  })
  const invariants = computed(
    () =>
      ofTask.value ??
      INVARIANTS.filter((name) => chosen.value.includes(name)).map((name) =>
        invariantOf(name, under.value),
      ),
  )
  const canStart = computed(
    () => invariants.value.length > 0 && (ofTask.value !== null || under.value.length > 0),
  )

  async function start(): Promise<void> {
    const hidden = session.openHidden()
    if (hidden === null || !canStart.value) return
    workspace.flush()
    const order = ownOrder()
    const plain = scheduleOf(order.request)
    if (plain === null) return hidden.close()
    begun.value = { order, plain }
    tried.value = 0
    stage.value = { kind: 'searching' }
    const own = (attempt = breakProgram(hidden.host, order.request, invariants.value, (count) => {
      tried.value = count
    }))
    try {
      const found = await own.found
      if (attempt !== own) return
      stage.value = { kind: 'over', found }
      if (found.kind === 'broken') play(order, found)
    } finally {
      hidden.close()
    }
  }

  /** Plays the run that broke, up to where it did. */
  function play(order: RunOrder, { schedule, time }: Extract<Found, { kind: 'broken' }>): void {
    const request = requestUnder(order.request, schedule)
    if (request === null) return
    session.start({
      ...order,
      isJudged: false,
      banner: 'compare.banner.broken',
      request,
      ...(time === undefined ? {} : { standAt: Math.max(0, time - BEFORE), playsOn: true }),
    })
    shownPane.visit('wire')
  }

  function stop(): void {
    attempt?.stop()
  }

  /** Selects the event that broke it in the run that is played. */
  function select(seq: number): void {
    recordings.select(seq)
  }

  onUnmounted(() => {
    stop()
    attempt = null
  })

  return { stage, tried, chosen, under, begun, ofTask, invariants, canStart, start, stop, select }
}
