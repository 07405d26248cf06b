/** A method was called that the state of the connection does not allow. */
export class InvalidStateError extends Error {
  override readonly name = 'InvalidStateError'
}
