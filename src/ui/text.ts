import { useI18n } from '../locales/i18n.ts'

/** A message of the interface, to be put into words by the component that shows it. */
export interface Text {
  readonly key: string
  readonly params?: Readonly<Record<string, string>>
}

export function text(key: string, params?: Text['params']): Text {
  return params === undefined ? { key } : { key, params }
}

/** Call in `setup`. The words follow the language. */
export function useSay(): (text: Text) => string {
  const { textOf } = useI18n()
  return ({ key, params }) => textOf(key, params)
}
