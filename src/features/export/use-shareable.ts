/** What of the run on the screen can be shared, and how. */
import { computed, type ComputedRef } from 'vue'
import { baseOfLesson, baseOfPlay } from '../../core/share/base-of-lesson.ts'
import { fittingRecording } from '../../core/share/fitting-recording.ts'
import { MAX_FRAGMENT, toFragment } from '../../core/share/fragment.ts'
import { toMomentFile } from '../../core/share/moment-file.ts'
import { NO_BASE, pack } from '../../core/share/packed-moment.ts'
import { sameProgram } from '../../core/program/program.ts'
import { momentOf, type Sight } from '../../run/shared-run.ts'
import { useCourseStore } from '../../stores/course.ts'
import { useEndpointStore } from '../../stores/endpoint.ts'
import { useFrontViewStore } from '../../stores/front-view.ts'
import { usePlayheadStore } from '../../stores/playhead.ts'
import { useRecordingsStore } from '../../stores/recordings.ts'
import { useScenariosStore } from '../../stores/scenarios.ts'
import { useSettingsStore } from '../../stores/settings.ts'
import { useWorkspaceStore } from '../../stores/workspace.ts'
import { traceFile } from './trace-file.ts'

export interface ShareFile {
  readonly name: string
  readonly parts: readonly (string | Uint8Array)[]
  readonly mediaType: string
}

export type Shareable =
  /** Nothing has run. */
  | { readonly kind: 'nothing' }
  /** A run that goes the same way again, as a link. */
  | { readonly kind: 'link'; readonly url: string; readonly length: number }
  /** It is too long for one. */
  | { readonly kind: 'file'; readonly length: number; readonly file: ShareFile }
  /** What was recorded on a real network: the link has its first events, the file has all. */
  | {
      readonly kind: 'recording'
      readonly url: string | null
      readonly length: number
      readonly count: number
      readonly total: number
      readonly file: ShareFile
    }

/** @param note that the reader writes beside it. */
export function useShareable(note: () => string) {
  const course = useCourseStore()
  const endpoint = useEndpointStore()
  const frontView = useFrontViewStore()
  const playhead = usePlayheadStore()
  const recordings = useRecordingsStore()
  const scenarios = useScenariosStore()
  const settings = useSettingsStore()
  const workspace = useWorkspaceStore()

  const sight = computed<Sight>(() => ({
    lesson: course.lesson?.slug ?? null,
    selected: recordings.selected,
    time: playhead.time,
    view: frontView.chosen,
    note: '',
  }))
  /** The run as a moment without its note: its fingerprint is made once. */
  const moment = computed(() => momentOf(recordings.shown, sight.value))
  /** Whether the editor has another program than the one that ran. */
  const hasChanged = computed(() => {
    const { order } = recordings.shown
    return (
      order !== null &&
      order.beside === undefined &&
      !sameProgram(order.request.program, workspace.filesFor(order.scenario))
    )
  })

  function urlOf(fragment: string): string {
    return new URL(
      `${settings.locale}/${course.lesson?.slug ?? 'play'}.html${fragment}`,
      endpoint.siteUrl,
    ).href
  }

  const fileName = (kind: string) => `upgrade-101-${workspace.id}.${kind}.json`

  const shareable: ComputedRef<Shareable> = computed(() => {
    const { header, log } = recordings.shown
    const events = log.read()
    if (header === null || events.length === 0) return { kind: 'nothing' }
    if (moment.value !== null) {
      const { lesson } = course
      const whole = { ...moment.value, note: note() }
      const base =
        lesson === null ? baseOfPlay(scenarios.sources) : baseOfLesson(lesson, scenarios.sources)
      const fragment = toFragment(pack(whole, base))
      const { length } = fragment
      if (length <= MAX_FRAGMENT) return { kind: 'link', url: urlOf(fragment), length }
      const parts = [toMomentFile(pack(whole, NO_BASE))]
      const file = { name: fileName('moment'), parts, mediaType: 'application/json' }
      return { kind: 'file', length, file }
    }
    const { program } = recordings.shown
    const trace = { header, ...(program !== null && { program }), events: events.slice() }
    const fitting = fittingRecording(trace, { ...sight.value, note: note() })
    const file = { ...traceFile('json', { ...trace, skeleton: events.skeleton }) }
    return {
      kind: 'recording',
      url: fitting === null ? null : urlOf(fitting.fragment),
      length: fitting?.fragment.length ?? 0,
      count: fitting?.count ?? 0,
      total: events.length,
      file: { name: fileName('trace'), ...file },
    }
  })

  return { shareable, moment, hasChanged }
}
