/** A message of the interface, to be put into words by the component that shows it. */
export interface Text {
  readonly key: string
  readonly params?: Readonly<Record<string, string>>
}

export function text(key: `handshake.${string}`, params?: Text['params']): Text {
  return params === undefined ? { key } : { key, params }
}
