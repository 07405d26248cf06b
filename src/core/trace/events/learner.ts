/** What the learner said before a run, and what was changed in it. */
import { previewText } from '../describe/preview.ts'
import { MAX_TEXT } from '../event-limits.ts'
import { finite, oneOf, optional, text, type Infer } from '../shape.ts'
import { connectionId, name, runEvent } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

/** The learner committed to an answer before running. */
const prediction = runEvent('prediction', { question: name, answer: text(MAX_TEXT) })

const intervention = runEvent('intervention', {
  connectionId: optional(connectionId),
  kind: oneOf('dropFrame', 'cut', 'stallServer', 'delay', 'slowTimers', 'stopServer'),
  /** `delay`, `stallServer` and `slowTimers`: milliseconds. */
  duration: optional(finite(0)),
  /** `stopServer`. */
  signal: optional(oneOf('SIGTERM', 'SIGKILL')),
})
export type Intervention = Infer<typeof intervention>
export type InterventionKind = Intervention['kind']

export type LearnerEvent = Infer<typeof prediction> | Intervention

export interface LearnerReaders {
  readonly prediction: never
  readonly intervention: 'wire'
}

export const learnerTraits: TraitsOf<LearnerEvent> = {
  prediction: {
    shape: prediction,
    fields: {
      question: field.string('The question’s id.', (e) => e.question),
      answer: field.string('The answer’s id.', (e) => e.answer),
    },
    seenBy: 'neither',
  },
  intervention: {
    shape: intervention,
    fields: {
      kind: field.string(
        '`dropFrame`, `cut`, `stallServer`, `delay`, `slowTimers` or `stopServer`.',
        (e) => e.kind,
      ),
      signal: field.string('Of `stopServer`: `SIGTERM` or `SIGKILL`.', (e) => e.signal),
    },
    seenBy: 'neither',
    variant: (e) => e.kind,
  },
}

export const learnerLooks: LooksOf<LearnerEvent> = {
  prediction: {
    group: 'events',
    lane: 'program',
    name: (e) => e.answer,
    sentence: (e) => say('prediction', {}, previewText(e.answer)),
  },
  intervention: {
    group: 'events',
    lane: 'browser',
    tone: 'intervention',
    isMarked: () => true,
    name: (e) => e.kind,
    sentence: (e) => {
      if (e.kind === 'stopServer')
        return say('intervention.stopServer', {}, [e.signal, e.server].join(' ').trim())
      return e.duration === undefined
        ? say(`intervention.${e.kind}`)
        : say(`intervention.${e.kind}For`, { duration: e.duration })
    },
  },
}
