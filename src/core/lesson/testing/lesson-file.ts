import { lessonSchema, type LessonFile } from '../schema.ts'

/** What a `lesson.yaml` says that has one of everything, with some of it changed. */
export function lessonSource(change: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    worlds: {
      lesson: { scenario: 'echo', latency: 40, seed: 1 },
      other: { seed: 2, until: 9000 },
    },
    looks: {
      first: { run: 'start', view: 'log', at: { event: 'created' } },
      second: { run: 'try:bare', view: 'wire', at: { event: 'messageSent' } },
    },
    tries: { bare: { shows: [{ event: 'created' }] } },
    questions: {
      guess: {
        run: 'start',
        ask: { event: 'eventFired', eventType: 'close' },
        options: { yes: { code: 1000 }, no: { code: 1005 } },
      },
    },
    tasks: [
      {
        id: 'say',
        worlds: ['lesson', 'other'],
        checks: [
          {
            id: 'sent',
            type: 'count',
            of: { event: 'messageSent' },
            atLeast: 1,
            hint: 'speak',
            mistakes: [
              { id: 'early', seen: { event: 'apiCall' }, hint: 'wait' },
              { id: 'never', absent: { event: 'apiCall' } },
            ],
          },
        ],
      },
    ],
    wrong: [
      { name: 'silent', check: 'sent', hint: 'speak' },
      { name: 'early', check: 'sent', mistake: 'early', hint: 'wait' },
    ],
    ...change,
  }
}

export function lessonSketch(change: Readonly<Record<string, unknown>> = {}): LessonFile {
  return lessonSchema.parse(lessonSource(change))
}
