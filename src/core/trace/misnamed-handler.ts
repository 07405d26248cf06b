/**
 * The name under which a program set a function on a socket in place of an event handler: `onOpen`
 * for `onopen`, or `oncolse` for `onclose`. Only own data properties are looked at, so no code of the
 * program runs.
 */
export function misnamedHandler(socket: object, eventType: string): string | undefined {
  const handler = `on${eventType}`
  const names = Object.getOwnPropertyNames(socket).filter(
    (name) =>
      name.length <= MAX_NAME &&
      typeof Object.getOwnPropertyDescriptor(socket, name)?.value === 'function',
  )
  return (
    names.find((name) => [handler, eventType].includes(lettersOf(name))) ??
    names.find((name) => isSlip(lettersOf(name), handler))
  )
}

const MAX_NAME = 32

const lettersOf = (name: string) => name.toLowerCase().replace(/[^a-z]/gu, '')

/** One letter is missing, wrong or too many, or two neighbours have changed places. */
function isSlip(typed: string, meant: string): boolean {
  const shorter = Math.min(typed.length, meant.length)
  let start = 0
  while (start < shorter && typed[start] === meant[start]) start += 1
  let end = 0
  while (end < shorter - start && typed.at(-1 - end) === meant.at(-1 - end)) end += 1
  const wrong = typed.slice(start, typed.length - end)
  const right = meant.slice(start, meant.length - end)
  if (wrong.length <= 1 && right.length <= 1) return true
  return wrong.length === 2 && wrong === [...right].reverse().join('')
}
