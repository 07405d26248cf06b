/** The errors of npm's `redis` that this client throws. All have the name `Error`, as there. */

export class ClientClosedError extends Error {
  constructor() {
    super('The client is closed')
  }
}

export class DisconnectsClientError extends Error {
  constructor() {
    super('Disconnects client')
  }
}

export class ErrorReply extends Error {}

export class SimpleError extends ErrorReply {}
