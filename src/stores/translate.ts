import type { Translate } from '../locales/messages.ts'
import { Given } from './given.ts'

/** The texts in the language shown. */
export const translate = new Given<Translate>(
  () =>
    (key: string, ..._needs: readonly unknown[]) =>
      key,
)
