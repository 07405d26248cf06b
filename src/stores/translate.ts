import { fillIn } from '../locales/fill-in.ts'
import type { Translate, Values } from '../locales/messages.ts'
import { Given } from './given.ts'

/** The texts in the language shown; a key without a text stands for it. */
export const translate = new Given<Translate>(
  () =>
    (key: string, ...[values]: readonly [Values?, number?]) =>
      fillIn(key, values),
)
