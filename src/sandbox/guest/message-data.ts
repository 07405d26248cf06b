/** The browser's accessor, taken before a program can wrap it or put another in its place. */
const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data') ?? {}

/** What a message of ours carries, whatever the program made of `MessageEvent.prototype.data`. */
export function dataOf<Data>(event: MessageEvent<Data>): Data {
  // The accessor of the browser gives what the message was posted with.
  return get?.call(event) as Data
}
