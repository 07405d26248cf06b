/** Opcodes (RFC 6455 §5.2, §11.8). */
export const Opcode = {
  Continuation: 0x0,
  Text: 0x1,
  Binary: 0x2,
  Close: 0x8,
  Ping: 0x9,
  Pong: 0xa,
} as const

export type Opcode = (typeof Opcode)[keyof typeof Opcode]

export type DataOpcode = typeof Opcode.Text | typeof Opcode.Binary

export type OpcodeName = 'continuation' | 'text' | 'binary' | 'close' | 'ping' | 'pong' | 'reserved'

const names = new Map<number, OpcodeName>([
  [Opcode.Continuation, 'continuation'],
  [Opcode.Text, 'text'],
  [Opcode.Binary, 'binary'],
  [Opcode.Close, 'close'],
  [Opcode.Ping, 'ping'],
  [Opcode.Pong, 'pong'],
])

/**
 * The name of an opcode, `reserved` for those that RFC 6455 §5.2 keeps for later.
 *
 * @param opcode 0 to 15.
 */
export function opcodeName(opcode: number): OpcodeName {
  return names.get(opcode) ?? 'reserved'
}

/** Whether the frame is a control frame: the most significant bit of its opcode is 1 (RFC 6455 §5.5). */
export function isControl(opcode: number): boolean {
  return opcode >= 0x8
}

export function isReserved(opcode: number): boolean {
  return !names.has(opcode)
}
