/** The page of `npm run lessons`: tries programs in the real sandbox. */
import { loadLesson, slugs } from 'virtual:course'
import { loadProof } from 'virtual:course-proofs'
import { scenarios } from 'virtual:scenarios'
import { trialsOf, type LessonTrial } from '../../src/run/lesson-trial.ts'
import { proveTrial, runTrial, type ProvedLesson } from '../../src/run/prove-lesson.ts'
import { SandboxHost } from '../../src/sandbox/host.ts'

const container = document.querySelector<HTMLElement>('#page')
if (container === null) throw new Error('the page has no place for the sandbox')
const host = new SandboxHost({ container, url: 'sandbox.html', title: 'Program' })

interface Attempt {
  readonly lesson: ProvedLesson
  readonly trials: readonly LessonTrial[]
}

async function load(slug: string): Promise<Attempt> {
  const [plan, proof] = await Promise.all([loadLesson(slug), loadProof(slug)])
  const server = scenarios[plan.scenario] ?? ''
  return { lesson: { plan, server }, trials: trialsOf(plan, proof) }
}

const harness = {
  slugs,

  async trials(slug: string): Promise<readonly string[]> {
    return (await load(slug)).trials.map(({ name }) => name)
  },

  /** The problems of a program of a lesson, a sentence each. */
  async attempt(slug: string, name: string): Promise<readonly string[]> {
    const { lesson, trials } = await load(slug)
    const trial = trials.find((candidate) => candidate.name === name)
    return trial === undefined ? [`there is no ${name}`] : proveTrial(host, lesson, trial)
  },

  /** The trace of a program, as JSON, for reading. */
  async trace(slug: string, name: string): Promise<string> {
    const { lesson, trials } = await load(slug)
    const trial = trials.find((candidate) => candidate.name === name)
    return trial === undefined ? '' : (await runTrial(host, lesson, trial.files)).trace
  },
}

declare global {
  interface Window {
    lessonHarness: typeof harness
  }
}

window.lessonHarness = harness
