/** What the broker answers a command with: RESP, the Redis serialization protocol. */
export type Reply = string | number | null | readonly string[] | ReplyFailure

/** An error reply: `ERR value is not an integer or out of range`. */
export class ReplyFailure {
  readonly message: string

  constructor(message: string) {
    this.message = message
  }
}

export const OK = 'OK'
