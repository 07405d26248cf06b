import { Given } from './given.ts'

/** The text under a key, in the language shown. */
export type Translate = (key: string, params?: Readonly<Record<string, unknown>>) => string

export const translate = new Given<Translate>(() => (key) => key)
