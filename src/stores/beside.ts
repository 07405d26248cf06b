import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { LessonPlan, World } from '../core/lesson/lesson-plan.ts'
import { sameProgram, type Program } from '../core/program/program.ts'
import { orderBeside, programInWorld, type Beside } from '../run/order.ts'
import type { Recording } from '../run/recording.ts'
import { useCourseStore } from './course.ts'
import { useEditorPlaceStore } from './editor-place.ts'
import { useEndpointStore } from './endpoint.ts'
import { useNoticesStore } from './notices.ts'
import { usePlayheadStore } from './playhead.ts'
import { useRecordingsStore } from './recordings.ts'
import { useScenariosStore } from './scenarios.ts'
import { useSessionStore } from './session.ts'
import { useWorkspaceStore } from './workspace.ts'

/**
 * The programs that a lesson brings and the reader runs beside the program in the editor, which they
 * leave as it is.
 */
export const useBesideStore = defineStore('beside', () => {
  const course = useCourseStore()
  const editorPlace = useEditorPlaceStore()
  const endpoint = useEndpointStore()
  const notices = useNoticesStore()
  const playhead = usePlayheadStore()
  const recordings = useRecordingsStore()
  const scenarios = useScenariosStore()
  const session = useSessionStore()
  const workspace = useWorkspaceStore()

  /** The one that is shown in place of the reader's own run. */
  const shown = computed<Beside | null>(() => recordings.shown.order?.beside ?? null)

  /** Runs a program of the lesson from its start and shows it. */
  function run(beside: Beside): Recording | null {
    const { lesson } = course
    const found = lesson === null ? null : programOf(lesson, beside)
    if (lesson === null || found === null) return null
    // Back from the sample, the reader's run is as it ended.
    if (playhead.playing && recordings.shown === recordings.own) playhead.toEnd()
    const { world, program } = found
    const { scenario } = world
    return session.start(
      orderBeside({
        beside,
        program: programInWorld(withServer(program, lesson), world, scenarios.sources),
        world,
        endpointName: endpoint.nameOf({ kind: 'built-in', scenario }),
        lesson,
      }),
    )
  }

  /** Back to the reader's own run, at the time that it was left. */
  function back(): void {
    const { timeInOwn } = recordings
    recordings.showOwn()
    if (recordings.own !== null) playhead.seek(timeInOwn)
  }

  /** Whether the reader's own program is in the editor unchanged since it ran. */
  const hasChangedSinceRun = computed(() => {
    const order = recordings.own?.order ?? null
    return order !== null && !sameProgram(order.request.program, workspace.filesFor(order.scenario))
  })

  /** Puts a sample in the place of the reader's program, which is kept. */
  function putIntoEditor(id: string): void {
    const sample = course.lesson?.tries.find((one) => one.id === id)
    if (sample === undefined) return
    const { id: workspaceId } = workspace
    workspace.use(sample.program)
    back()
    editorPlace.goTo({ file: 'client.js' })
    notices.show({
      key: 'lesson.try.put',
      level: 'success',
      action: { key: 'lesson.try.undo', run: () => workspace.undoReset(workspaceId) },
    })
  }

  return { shown, hasChangedSinceRun, run, back, putIntoEditor }
})

/** A sample without a server of its own talks to the lesson's. */
function withServer(program: Program, { start }: LessonPlan): Program {
  const server = program['server.js'] ?? start['server.js']
  return server === undefined ? program : { ...program, 'server.js': server }
}

function programOf(
  lesson: LessonPlan,
  beside: Beside,
): { readonly program: Program; readonly world: World } | null {
  const [lessonWorld] = lesson.worlds
  if (beside.kind === 'start') return { program: lesson.start, world: lessonWorld }
  const sample = lesson.tries.find(({ id }) => id === beside.id)
  const world = lesson.worlds.find(({ id }) => id === sample?.world)
  return sample === undefined || world === undefined ? null : { program: sample.program, world }
}
