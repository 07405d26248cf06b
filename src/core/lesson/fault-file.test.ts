import { describe, expect, it } from 'vitest'
import {
  faultOf,
  lessonOf,
  pathInFault,
  problemsOfFault,
  problemsOfFaultHelp,
  problemsOfFaultText,
  problemsOfStrayFaults,
} from './fault-file.ts'
import { parseHelp } from './help-markdown.ts'
import { parseLessonMarkdown } from './markdown.ts'
import { faultSchema } from './schema.ts'

const file = faultSchema.parse({
  worlds: { lesson: { scenario: 'echo', latency: 40, seed: 1 } },
  point: {
    at: { event: 'eventFired', eventType: 'close' },
    says: {
      frame: [
        { event: 'frameReceived', opcode: 8 },
        { event: 'frameSent', opcode: 8 },
      ],
      open: { event: 'eventFired', eventType: 'open' },
    },
  },
  causes: ['name', 'late', 'server'],
  cause: 'name',
  mend: {
    checks: [
      { id: 'red', type: 'count', of: { event: 'consoleMessage', side: 'client' }, atLeast: 1 },
    ],
  },
  wrong: [{ name: 'other', check: 'red', hint: 'spelling' }],
})

const TEXT = `Recorded.

::: point
It’s [this](look:fault).
:::

::: cause
- [name] The name
- [late] Too late
- [server] The server

---

Why.
:::

::: task mend
### Mend it
Do.
:::
`
const reasons = (problems: readonly { readonly reason: string }[]) =>
  problems.map(({ reason }) => reason)

describe('a case', () => {
  it('is a lesson with one task and a look at the fault before all others', () => {
    const lesson = lessonOf(file)
    expect(lesson.tasks.map(({ id }) => id)).toEqual(['mend'])
    expect(Object.keys(lesson.looks)).toEqual(['fault'])
    expect(lesson.looks['fault']).toMatchObject({ run: 'start', view: 'wire' })
  })

  it('has one answer for both ends of a frame', () => {
    expect(faultOf(file).says.map(({ id }) => id)).toEqual(['frame', 'frame', 'open'])
  })

  it('goes wrong at either end of what crosses the wire', () => {
    const { point } = file
    const otherEnd = { event: 'frameReceived', opcode: 8 } as const
    expect(faultOf(file).at).toEqual([point.at])
    expect(faultOf({ ...file, point: { ...point, otherEnd } }).at).toEqual([point.at, otherEnd])
  })

  it('tells problems of its task at their place in fault.yaml', () => {
    expect(pathInFault(['tasks', 0, 'checks', 1])).toEqual(['mend', 'checks', 1])
    expect(pathInFault(['worlds', 'far'])).toEqual(['worlds', 'far'])
  })

  it('has one right cause among different ones', () => {
    expect(problemsOfFault(file)).toEqual([])
    expect(reasons(problemsOfFault({ ...file, cause: 'moon' }))).toEqual([
      'there is no cause moon, only name, late, server',
    ])
    const doubled = { ...file, causes: ['name', 'late', 'late'] }
    expect(reasons(problemsOfFault(doubled))).toEqual(['there is a cause late already'])
  })
})

describe('the text of a case', () => {
  it('has the three steps in their order, and the causes of fault.yaml', () => {
    expect(problemsOfFaultText(file, parseLessonMarkdown(TEXT))).toEqual([])
    const swapped = TEXT.replace('::: point', '::: more')
    expect(problemsOfFaultText(file, parseLessonMarkdown(swapped))).toHaveLength(1)
    const other = TEXT.replace('[late]', '[early]')
    expect(reasons(problemsOfFaultText(file, parseLessonMarkdown(other)))).toEqual([
      'fault.yaml has the causes name, late, server, and here are name, early, server',
    ])
  })

  it('is refused in a lesson', () => {
    expect(reasons(problemsOfStrayFaults(parseLessonMarkdown(TEXT).walk))).toEqual([
      'only a case of lessons/faults/ has ::: point',
      'only a case of lessons/faults/ has ::: cause',
    ])
  })

  it('answers each event and each wrong cause, and no other', () => {
    const help = (text: string) => reasons(problemsOfFaultHelp(file, parseHelp(text)))
    const whole = `## says

- event frame: Frame.
- event open: Open.

## causes

- cause late: Late.
- cause server: Server.
`
    expect(help(whole)).toEqual([])
    expect(help(whole.replace('- event open: Open.\n', ''))).toEqual([
      '## says lacks - event open: …',
    ])
    expect(help(whole.replace('cause late', 'cause name'))).toEqual([
      '## causes lacks - cause late: …',
      'fault.yaml has no cause name that is answered here, only late, server',
    ])
  })
})
