import { describe, expect, it } from 'vitest'
import type {
  LessonText,
  QuestionBlock as Question,
  RunBlock as Run,
  TaskBlock as Task,
  TryBlock as Try,
} from '../../../core/lesson/lesson-text.ts'
import type { StepView } from '../../../core/lesson/steps.ts'
import {
  NEUTRAL_WALK,
  UNSURE,
  type FailureView,
  type LessonWalk,
  type QuestionView,
  type SampleView,
  type TaskView,
} from '../lesson-walk.ts'
import { lessonText, paragraph, render, wordsOf } from '../testing/render.ts'
import QuestionCard from './QuestionCard.vue'
import ResultCard from './ResultCard.vue'
import RunBlock from './RunBlock.vue'
import TaskCard from './TaskCard.vue'
import TryBlock from './TryBlock.vue'

const summary = { total: 3, done: 0, inThisRun: null, line: { says: 'solved' } } as const
const step = (more: Partial<StepView> = {}): StepView => ({
  kind: 'task',
  id: 'code',
  number: 3,
  state: 'open',
  isDone: false,
  isStale: false,
  ...more,
})

describe('the run block', () => {
  const block: Run = {
    block: 'run',
    children: [paragraph('It opens one.')],
    after: [paragraph('Find ', { look: 'echo', children: ['its echo'] })],
  }
  const words = (walk: Partial<LessonWalk> = {}) =>
    wordsOf(RunBlock, { block, text: lessonText }, walk)
  const ownRun = { state: 'none', duration: '', asked: null, keys: '' } as const

  it('shows what to watch from the start', async () => {
    expect(await words()).toBe('It opens one. Run it Find its echo')
  })

  it('says when the run is done', async () => {
    const ended = { ...ownRun, state: 'ended', duration: '320 ms' } as const
    const walk = { ownRun: () => ended }
    expect(await words(walk)).toContain('Run it again Done after 320 ms')
  })

  it('says what a look will show that was followed too early', async () => {
    const walk = { ownRun: () => ({ ...ownRun, asked: 'its echo' }) }
    expect(await words(walk)).toContain('Run first. Then this shows “its echo”.')
  })

  it('a look is pale before the run and live after it', async () => {
    const pale = await render(RunBlock, { block, text: lessonText })
    expect(pale).toMatch(/class="look"[^>]*title="Run first"/)
    const live = await render(
      RunBlock,
      { block, text: lessonText },
      { look: () => ({ isLive: true, isChosen: true, isMissing: false }) },
    )
    expect(live).toContain('class="look live chosen"')
    expect(live).not.toContain('Run first')
  })
})

describe('a sample', () => {
  const block: Try = {
    block: 'try',
    id: 'early',
    children: [paragraph('What if you don’t wait?')],
    sample: { tag: 'pre', attributes: {}, children: ['ws.send()'] },
    after: [paragraph('It threw.')],
  }
  const words = (view: Partial<SampleView> = {}, walk: Partial<LessonWalk> = {}) =>
    wordsOf(
      TryBlock,
      { block, text: lessonText },
      { sample: () => ({ ...NEUTRAL_WALK.sample(''), ...view }), ...walk },
    )

  it('keeps its explanation until it ran', async () => {
    expect(await words()).toBe(
      'What if you don’t wait? ws.send() Try it Your program stays as it is.',
    )
  })

  it('shows what it printed and leads back to the reader’s run and into the editor', async () => {
    const printed = [{ seq: 3, level: 'error', text: 'Still CONNECTING', by: 'client' }] as const
    const view = { state: 'ran', isShown: true, printed, where: 'line 3, 0.0 ms' } as const
    const ownRun = () => ({ state: 'ended', duration: '', asked: null, keys: '' }) as const
    expect(await words(view, { ownRun })).toBe(
      'What if you don’t wait? ws.send() What this sample printed line 3, 0.0 ms ' +
        '✕ Error: Still CONNECTING Back to your run Put into the editor Again It threw.',
    )
  })

  it('says that it printed nothing', async () => {
    expect(await words({ state: 'ran' })).toContain('It printed nothing.')
  })
})

describe('a question', () => {
  const block: Question = {
    block: 'question',
    id: 'bare-code',
    title: ['Which code?'],
    children: [paragraph('Read it.')],
    sample: null,
    options: { normal: ['1000'], none: ['1005.'] },
    after: [paragraph('Because nobody gave one.')],
  }
  const show = (view: Partial<QuestionView> = {}) =>
    [
      QuestionCard,
      { block, text: lessonText },
      {
        question: () => ({
          ...NEUTRAL_WALK.question(''),
          step: step({ kind: 'question', id: 'bare-code', number: 1 }),
          ...view,
        }),
        summary: () => summary,
      },
    ] as const

  it('asks for a guess before it runs', async () => {
    expect(await wordsOf(...show())).toBe(
      'Not answered yet: Which code? Question · step 1 of 3 Read it. 1000 1005. ' +
        'I don’t know yet Predict, then run Pick one first.',
    )
    expect(await render(...show())).toContain('aria-disabled="true"')
  })

  it('says what will run once there is a guess', async () => {
    expect(await wordsOf(...show({ guess: 'normal' }))).toContain('Runs your program.')
    expect(await render(...show({ guess: 'normal' }))).not.toContain('aria-disabled')
  })

  it('marks the option that came true, and explains', async () => {
    const words = await wordsOf(...show({ guess: 'normal', cameTrue: 'none' }))
    expect(words).toContain('1000 your answer 1005. came true')
    expect(words).toContain('Something else happened: 1005.')
    expect(words).toContain('Because nobody gave one.')
    expect(words).not.toContain('Predict, then run')
  })

  it('counts no guess as wrong that was none', async () => {
    const words = await wordsOf(...show({ guess: UNSURE, cameTrue: 'none' }))
    expect(words).toContain('What happened: 1005.')
  })

  it('shows the event that proves the answer', async () => {
    const proof = { words: 'close event fired 1005', isChosen: false }
    const words = await wordsOf(...show({ guess: 'none', cameTrue: 'none', proof }))
    expect(words).toContain('You predicted it. Because nobody gave one. See it: close event fired')
  })
})

describe('a task', () => {
  const block: Task = {
    block: 'task',
    id: 'code',
    title: ['Close with a code'],
    file: 'client.js',
    children: [paragraph('Close with 1000.')],
    after: [paragraph('You closed in onmessage.')],
  }
  const text: LessonText = {
    ...lessonText,
    worlds: { swapped: ['with another server'] },
    hints: { code: [{ id: 'when', content: [paragraph('Which handler?')] }] },
  }
  const failure: FailureView = {
    expected: ['close(1000) after the echo'],
    instead: ['it came first'],
    time: '160.0 ms',
    place: { file: 'client.js', line: 6 },
    lookAt: { seq: 4, words: 'the echo', isChosen: false },
    world: null,
  }
  const show = (view: Partial<TaskView> = {}) =>
    [
      TaskCard,
      { block, text },
      {
        task: () => ({ ...NEUTRAL_WALK.task(''), step: step(), hints: ['when'], ...view }),
        summary: () => summary,
      },
    ] as const

  it('is open with a hint to ask for', async () => {
    expect(await wordsOf(...show())).toBe(
      'To do: Close with a code Task · step 3 of 3 Close with 1000. Show a hint',
    )
  })

  it('tells a failure: expected, instead, when, where, what to look at', async () => {
    expect(await wordsOf(...show({ step: step({ state: 'failed' }), failure }))).toBe(
      '! Not yet right: Close with a code Task · step 3 of 3 Close with 1000. Not yet right ' +
        'Expected close(1000) after the echo Instead it came first When 160.0 ms ' +
        'Where client.js, line 6 Look at the echo Show a hint Compare with the solution',
    )
  })

  it('explains why it was right, without a hint', async () => {
    const words = await wordsOf(...show({ step: step({ state: 'passed', isDone: true }) }))
    expect(words).toContain('Right You closed in onmessage.')
    expect(words).not.toContain('hint')
  })

  it('says that the program has changed since, where, and to run again', async () => {
    const passed = step({ state: 'passed', isDone: true, isStale: true })
    const html = await render(...show({ step: passed, changed: { file: 'client.js', line: 5 } }))
    expect(html).toContain('class="step task stale"')
    const words = await wordsOf(...show({ step: passed, changed: { file: 'client.js', line: 5 } }))
    expect(words).toContain('You changed the program since this run It was right then.')
    expect(words).toContain('First change: client.js, line 5 Run it again')
    expect(words).not.toContain('You closed in onmessage.')
  })

  it('stays solved while a later run fails, and says both', async () => {
    const solved = step({ state: 'failed', isDone: true })
    const words = await wordsOf(...show({ step: solved, failure }))
    expect(words).toContain('Solved before Not in this run')
    expect(words).toContain('it came first')
    expect(await render(...show({ step: solved, failure }))).toContain('class="step task open"')
  })

  it('tells where a program did not start', async () => {
    const stopped = { file: 'client.js', line: 2 } as const
    const words = await wordsOf(...show({ why: 'didNotStart', stopped }))
    expect(words).toContain('The program did not start: client.js, line 2')
  })

  it('names the task to solve first', async () => {
    const words = await wordsOf(...show({ why: 'requires', requires: ['Say hello'] }))
    expect(words).toContain('First solve “Say hello”.')
  })

  it('tells a failure in another world, and leads to that run', async () => {
    const failed = step({ state: 'failed' })
    const elsewhere = { ...failure, world: 'swapped' }
    const words = await wordsOf(...show({ step: failed, failure: elsewhere }))
    expect(words).toContain('This one goes wrong: with another server Expected')
    expect(words).toContain('Look at that run')
  })
})

describe('the result', () => {
  const show = (result: ReturnType<LessonWalk['result']>) =>
    [ResultCard, { text: lessonText }, { result: () => result, titleOf: () => ['Code'] }] as const
  const done = { total: 3, done: 3, inThisRun: 3, line: { says: 'solved' } } as const

  it('is not there before every task is solved', async () => {
    expect(await wordsOf(...show(null))).toBe('')
  })

  it('what was solved stays, whatever this run did', async () => {
    const failed = step({ state: 'failed', isDone: true })
    const summary = { ...done, inThisRun: 2 }
    const result = {
      summary,
      solvedAt: 'today at 10:42',
      isChanged: false,
      didNotStart: false,
      failed,
    }
    expect(await wordsOf(...show(result))).toBe(
      'Solved All 3 steps, today at 10:42. They stay solved, whatever you try now. ' +
        '! This run: 2 of 3 Step 3 is not right: Code',
    )
  })

  it('does not know what a changed program does', async () => {
    const summary = { ...done, inThisRun: null }
    const result = { summary, solvedAt: '', isChanged: true, didNotStart: false, failed: null }
    expect(await wordsOf(...show(result))).toContain('This run: not known You’ve changed')
  })

  it('counts the questions that are still open', async () => {
    const result = {
      summary: { ...done, done: 2 },
      solvedAt: '',
      isChanged: false,
      didNotStart: false,
      failed: null,
    }
    expect(await wordsOf(...show(result))).toContain('Every task, and 1 question is still open.')
  })
})
