/** Judges a program of `deeds/` as the app judges a reader's: in the lesson's world, then in others. */
import { judgeTasks, type TaskState, type WorldResults } from '../../src/core/checks/judge-tasks.ts'
import { runTrial, type ProvedLesson, type Verdict } from '../../src/run/prove-lesson.ts'
import { isStarter } from '../../src/run/untouched.ts'
import type { SandboxHost } from '../../src/sandbox/host.ts'
import type { Deed } from './deeds/deed.ts'

export async function proveDeed(
  host: SandboxHost,
  lesson: ProvedLesson,
  { files, states }: Deed,
): Promise<Verdict> {
  const { plan, servers } = lesson
  const worlds = new Map<string, WorldResults>()
  for (const world of plan.worlds)
    worlds.set(world.id, (await runTrial(host, lesson, files, world)).results)
  const isUntouched = isStarter(files, plan, servers[plan.worlds[0].scenario])
  const judged = judgeTasks(plan.tasks, { isUntouched, worlds })
  const problems = [...judged].flatMap(([task, state]) => {
    const found = wordsFor(state)
    const wanted = states[task] ?? 'nothing'
    return found === wanted ? [] : [`${task}: ${found}, expected ${wanted}${whyOf(state)}`]
  })
  return { problems, notes: [] }
}

function wordsFor(state: TaskState): string {
  switch (state.kind) {
    case 'open': {
      const { why, fault, first } = state
      const place = fault === undefined ? first : `${fault.file ?? '?'}:${String(fault.line)}`
      return `open: ${why}${place === undefined ? '' : ` ${place}`}`
    }
    case 'failed': {
      const failures = state.failures.map(({ checkId, explanation }) =>
        explanation?.mistake === undefined ? checkId : `${checkId}/${explanation.mistake}`,
      )
      return `failed in ${state.world}: ${failures.join(', ')}`
    }
    case 'running':
    case 'passed':
      return state.kind
  }
}

function whyOf(state: TaskState): string {
  return state.kind === 'failed'
    ? ` (${state.failures.map(({ explanation }) => JSON.stringify(explanation)).join(', ')})`
    : ''
}
