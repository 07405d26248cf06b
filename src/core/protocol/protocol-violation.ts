/**
 * A rule that the peer broke, and the close code that answers it. It never leaves a `Connection`,
 * which turns it into a Close frame and an error event.
 */
export class ProtocolViolation extends Error {
  override readonly name = 'ProtocolViolation'
  /** 1002, 1007 or 1009 (RFC 6455 §7.4.1). */
  readonly code: number
  /** The rule, for example `RFC 6455 §5.1`. */
  readonly section: string
  /** The first octet of the frame, if its bits or its opcode broke the rule. */
  readonly octet: number | undefined

  /**
   * @param reason A short sentence: it is also the reason in the Close frame, so at most 123 octets
   *   of ASCII.
   */
  constructor(code: number, reason: string, section: string, octet?: number) {
    super(reason)
    this.code = code
    this.section = section
    this.octet = octet
  }
}

/** @throws ProtocolViolation, always. The parameters are those of its constructor. */
export function violate(code: number, reason: string, section: string): never {
  throw new ProtocolViolation(code, reason, section)
}
