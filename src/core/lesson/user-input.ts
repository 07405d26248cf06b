import { z } from 'zod'
import type { DeepReadonly } from '../checks/check.ts'

export const input = z.strictObject({
  time: z.number().nonnegative().describe('Virtual milliseconds.'),
  kind: z.enum(['click', 'type', 'file', 'answer']),
  target: z.string().describe('A CSS selector in `page.html`, or the dialog that is answered.'),
  value: z.string().exactOptional(),
})

/** What a user does to a program's page, or the answer to a dialog. */
export type UserInput = DeepReadonly<z.output<typeof input>>
