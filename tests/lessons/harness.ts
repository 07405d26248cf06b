/** A page of `npm run lessons`: tries programs in the real sandbox, one after the other. */
import type { LessonTrial } from '../../src/run/lesson-trial.ts'
import {
  proveTrial,
  runTrial,
  type ProvedLesson,
  type Verdict,
} from '../../src/run/prove-lesson.ts'
import { SandboxHost } from '../../src/sandbox/host.ts'
import type { Deed } from './deeds/deed.ts'
import { proveDeed } from './prove-deed.ts'

const container = document.querySelector<HTMLElement>('#page')
if (container === null) throw new Error('the page has no place for the sandbox')
const host = new SandboxHost({ container, url: 'sandbox.html', title: 'Program' })

const harness = {
  prove: (lesson: ProvedLesson, trial: LessonTrial | Deed): Promise<Verdict> =>
    'states' in trial ? proveDeed(host, lesson, trial) : proveTrial(host, lesson, trial),

  /** The trace of a program, as JSON, to look at. */
  trace: async (lesson: ProvedLesson, trial: Pick<Deed, 'files'>, id: string): Promise<string> => {
    const world = lesson.plan.worlds.find((one) => one.id === id)
    if (world === undefined) throw new Error(`the lesson has no world ${id}`)
    return (await runTrial(host, lesson, trial.files, world)).trace()
  },
}

declare global {
  interface Window {
    lessonHarness: typeof harness
  }
}

window.lessonHarness = harness
