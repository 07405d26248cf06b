/** Why an opening handshake failed. */
export interface HandshakeFailure {
  /** The rule that was broken, for example `RFC 6455 §4.1`. */
  readonly rule: string
  /** A sentence for people. */
  readonly message: string
}

export type Failed = { readonly ok: false; readonly failure: HandshakeFailure }

export function failed(rule: string, message: string): Failed {
  return { ok: false, failure: { rule, message } }
}
