/** Makes the compiler check that a `switch` knows every member of a union. */
export function assertNever(value: never): never {
  throw new Error(`not a member of the union: ${JSON.stringify(value)}`)
}
