/**
 * The name under which a program set a function on a socket in place of an event handler: `onOpen`
 * for `onopen`. Only own data properties are looked at, so no code of the program runs.
 */
export function misnamedHandler(socket: object, eventType: string): string | undefined {
  const meant = [`on${eventType}`, eventType]
  return Object.getOwnPropertyNames(socket).find(
    (name) =>
      name.length <= MAX_NAME &&
      meant.includes(name.toLowerCase().replace(/[^a-z]/gu, '')) &&
      typeof Object.getOwnPropertyDescriptor(socket, name)?.value === 'function',
  )
}

const MAX_NAME = 32
