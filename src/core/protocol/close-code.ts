/** Close codes (RFC 6455 §7.4; 1012 to 1014 were added to its registry, §11.7). */
export const CloseCode = {
  NormalClosure: 1000,
  GoingAway: 1001,
  ProtocolError: 1002,
  UnsupportedData: 1003,
  /** Never on the wire: the Close frame had no code. */
  NoStatusReceived: 1005,
  /** Never on the wire: the transport ended without a Close frame. */
  AbnormalClosure: 1006,
  InvalidFramePayloadData: 1007,
  PolicyViolation: 1008,
  MessageTooBig: 1009,
  MandatoryExtension: 1010,
  InternalError: 1011,
  ServiceRestart: 1012,
  TryAgainLater: 1013,
  BadGateway: 1014,
  /** Never on the wire: the TLS handshake failed. */
  TlsHandshake: 1015,
} as const

export type CloseCodeName = keyof typeof CloseCode

/** The name of a registered close code; undefined for the others. */
export function closeCodeName(code: number): CloseCodeName | undefined {
  return names.get(code)
}

const names = new Map<number, CloseCodeName>(
  // Object.entries forgets that these are the keys of CloseCode.
  Object.entries(CloseCode).map(([name, code]) => [code, name as CloseCodeName]),
)

/**
 * Whether a Close frame may carry this code: 1000 to 1014 but for 1004 to 1006 (RFC 6455 §7.4.1 and
 * its registry), 3000 to 4999 (§7.4.2). All others are undefined or must not be on the wire.
 */
export function mayBeOnTheWire(code: number): boolean {
  if (!Number.isInteger(code)) return false
  if (code >= 3000) return code <= 4999
  return code >= 1000 && code <= 1014 && !(code >= 1004 && code <= 1006)
}
