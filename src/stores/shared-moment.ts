import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { isSameRun } from '../core/share/fingerprint.ts'
import { fromFragment } from '../core/share/fragment.ts'
import { LinkError, type LinkProblem } from '../core/share/link-problem.ts'
import { fromMomentFile } from '../core/share/moment-file.ts'
import type { Moment, RecordingMoment, RunMoment } from '../core/share/moment.ts'
import { baseOfLesson, baseOfPlay } from '../core/share/base-of-lesson.ts'
import { lessonOf, unpack, type Base, type PackedMoment } from '../core/share/packed-moment.ts'
import { traceFromJson } from '../core/trace/export/read-json.ts'
import { TraceFormatError } from '../core/trace/export/trace-format-error.ts'
import type { Recording } from '../run/recording.ts'
import { orderOfMoment } from '../run/shared-run.ts'
import { useBesideStore } from './beside.ts'
import { useCourseStore } from './course.ts'
import { useEndpointStore } from './endpoint.ts'
import { useFrontViewStore } from './front-view.ts'
import { useImportedTraceStore } from './imported-trace.ts'
import { useMomentSourceStore, type MomentSource } from './moment-source.ts'
import { useNoticesStore } from './notices.ts'
import { usePlayheadStore } from './playhead.ts'
import { useRecordingsStore } from './recordings.ts'
import { useScenariosStore } from './scenarios.ts'
import { useSessionStore } from './session.ts'
import { useShownPaneStore } from './shown-pane.ts'
import { useWorkspaceStore } from './workspace.ts'

/** The workspace of free play. */
const PLAY = 'play'

export type SharedMoment =
  | { readonly kind: 'problem'; readonly problem: LinkProblem }
  /** It is known where it belongs, and not yet what is in it. */
  | { readonly kind: 'read'; readonly packed: PackedMoment }
  | {
      readonly kind: 'shown'
      readonly moment: Moment
      /** What the link left out has changed since. */
      readonly hasChanged: boolean
    }

/**
 * A moment that somebody shared, as it is shown: its program is lent to the editor, and the reader's
 * own stays as it is. Nothing runs before the reader says so.
 */
export const useSharedMomentStore = defineStore('sharedMoment', () => {
  const beside = useBesideStore()
  const course = useCourseStore()
  const endpoint = useEndpointStore()
  const frontView = useFrontViewStore()
  const imported = useImportedTraceStore()
  const momentSource = useMomentSourceStore()
  const notices = useNoticesStore()
  const playhead = usePlayheadStore()
  const recordings = useRecordingsStore()
  const scenarios = useScenariosStore()
  const session = useSessionStore()
  const shownPane = useShownPaneStore()
  const workspace = useWorkspaceStore()

  const state = shallowRef<SharedMoment | null>(null)
  /** Of its run, once the reader has asked for it. */
  const recording = shallowRef<Recording | null>(null)
  /** The run came out otherwise than the one that was shared; null until it is over. */
  const differs = ref<boolean | null>(null)

  const moment = computed(() => (state.value?.kind === 'shown' ? state.value.moment : null))
  /** The lesson, or `play`, that it belongs to; null while that is not known. */
  const place = computed(() => {
    const { value } = state
    return value?.kind === 'read' ? (lessonOf(value.packed) ?? PLAY) : null
  })
  const isShown = computed(() => recording.value !== null && recordings.shown === recording.value)

  /** Reads a moment; `show` shows it once its lesson is open. */
  function read(source: MomentSource): void {
    forget()
    state.value = attempt(() => {
      const packed =
        source.kind === 'link' ? fromFragment(source.fragment) : fromMomentFile(source.text)
      const lesson = lessonOf(packed)
      const isThere =
        lesson === null || course.slugs.includes(lesson) || course.cases.includes(lesson)
      if (!isThere) throw new LinkError({ kind: 'noLesson', lesson })
      return { kind: 'read', packed }
    })
  }

  /** Shows what was read, in the lesson or in free play that is open. */
  async function show(): Promise<void> {
    const { value: before } = state
    if (before?.kind !== 'read' || place.value !== workspace.id) return
    const { packed } = before
    if (packed.kind === 'run' && scenarios.names.includes(packed.scenario))
      await scenarios.load(packed.scenario)
    if (state.value !== before) return
    state.value = attempt(() => ({ kind: 'shown', ...unpack(packed, base()) }))
    const { value: found } = moment
    if (found === null) return
    // A case of find the fault stays closed until the reader asks for the run.
    if (found.kind === 'run' && workspace.access !== 'closed') lend(found)
    if (found.kind === 'recording') showRecording(found)
  }

  function base(): Base {
    const { lesson } = course
    return lesson === null ? baseOfPlay(scenarios.sources) : baseOfLesson(lesson, scenarios.sources)
  }

  /** What a moment without a program has: its recording is shown, and nothing runs. */
  function showRecording(found: RecordingMoment): void {
    state.value = attempt(() => {
      imported.show('', traceFromJson(found.trace))
      return state.value
    })
    if (state.value?.kind === 'shown') pointAt(found)
  }

  function lend({ program }: RunMoment): void {
    workspace.lent = { program, run }
  }

  /** Runs it, because the reader said so. */
  function run(): void {
    const { value: found } = moment
    if (found?.kind !== 'run') return
    lend(found)
    const name = endpoint.nameOf({ kind: 'built-in', scenario: found.scenario })
    const its = session.start(orderOfMoment(found, name, course.lesson))
    recording.value = its
    differs.value = null
    if (its === null) return
    const unwatch = watch(
      () => its.complete,
      (isComplete) => {
        if (!isComplete) return
        unwatch()
        const { fingerprint } = found
        differs.value = fingerprint !== null && !isSameRun(its.log.read().slice(), fingerprint)
        if (recordings.shown === its) pointAt(found)
      },
      { immediate: true },
    )
  }

  /** The event that was selected, at the time that was shown, in the view that was in front. */
  function pointAt({ selected, time, view }: Moment): void {
    playhead.seek(time)
    if (selected !== null && recordings.log.read().get(selected) !== undefined)
      recordings.select(selected)
    if (view !== null) frontView.chosen = view
    shownPane.choose('wire')
  }

  function back(): void {
    workspace.lent = null
    if (imported.file !== null) imported.close()
    else if (isShown.value) beside.back()
  }

  /** The reader's own program and run again. */
  function close(): void {
    back()
    forget()
    momentSource.source = null
  }

  function forget(): void {
    state.value = null
    recording.value = null
    differs.value = null
  }

  /** Puts its program in the place of the reader's, which is kept, on the same server and link. */
  function keep(): void {
    const { value: found } = moment
    if (found?.kind !== 'run') return
    const { id } = workspace
    const { choice, conditions } = endpoint
    workspace.lent = null
    endpoint.choose({ kind: 'built-in', scenario: found.scenario })
    if (!isSame(conditions, found.world.conditions)) endpoint.setConditions(found.world.conditions)
    workspace.use(found.program)
    close()
    notices.show({
      key: 'share.kept',
      level: 'success',
      action: {
        key: 'share.undo',
        run: () => {
          workspace.undoReset(id)
          if (workspace.id !== id) return
          endpoint.choose(choice)
          if (!isSame(conditions, endpoint.conditions)) endpoint.setConditions(conditions)
        },
      },
    })
  }

  // Another lesson, or the reader's own program: what was shared has gone from the screen.
  watch(
    () => workspace.id,
    () => {
      if (state.value?.kind === 'shown') forget()
    },
  )

  return { state, moment, place, differs, read, show, run, close, keep }
})

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function attempt<T>(
  make: () => T,
): T | { readonly kind: 'problem'; readonly problem: LinkProblem } {
  try {
    return make()
  } catch (error) {
    if (error instanceof LinkError) return { kind: 'problem', problem: error.problem }
    if (error instanceof TraceFormatError)
      return { kind: 'problem', problem: { kind: 'invalid', detail: error.message } }
    throw error
  }
}
