/**
 * What a reader of the figure may do next, and which state a WebSocket is in after it. A test holds
 * every way through it against the engine.
 */
import type { ReadyState } from '../../core/protocol/ready-state.ts'

export type MoveId =
  | 'construct'
  | 'send'
  | 'close'
  | 'accept'
  | 'refuse'
  | 'serverCloses'
  /** The server answers the script's Close frame, and ends the TCP connection. */
  | 'answer'
  /** Both Close frames were sent; the server ends the TCP connection. */
  | 'endTcp'
  | 'drop'
  /** Nothing passes any more, and nobody is told. */
  | 'pullCable'
  /** `close()` before the handshake was over: the browser's next task says so. */
  | 'nextTask'
  /** The browser has waited for an answer for a minute. */
  | 'timeOut'

/** Why a socket is CLOSING. */
type Closing = 'abandoned' | 'byScript' | 'byServer'

export interface Position {
  /** `null` before there is a socket. */
  readonly state: ReadyState | null
  readonly closing: Closing | null
  /** The cable was pulled. */
  readonly isCut: boolean
}

/** In the order in which they are offered. */
export const MOVES = [
  'construct',
  'close',
  'send',
  'accept',
  'refuse',
  'serverCloses',
  'answer',
  'endTcp',
  'drop',
  'pullCable',
  'nextTask',
  'timeOut',
] as const satisfies readonly MoveId[]

const BEFORE: Position = { state: null, closing: null, isCut: false }

const closed = (position: Position): Position => ({ ...position, state: 3, closing: null })
const closing = (position: Position, closing: Closing): Position => ({
  ...position,
  state: 2,
  closing,
})

/** The position after a move; `undefined` where the move is not possible. */
function after(position: Position, move: MoveId): Position | undefined {
  const { state, isCut } = position
  const reached = (wanted: ReadyState) => state === wanted && !isCut
  switch (move) {
    case 'construct':
      return state === null ? { ...position, state: 0 } : undefined
    case 'send':
      return state === null ? undefined : position
    case 'close':
      if (state === 0) return closing(position, 'abandoned')
      if (state === 1) return closing(position, 'byScript')
      return state === null ? undefined : position
    case 'accept':
      return state === 0 ? { ...position, state: 1 } : undefined
    case 'refuse':
      return state === 0 ? closed(position) : undefined
    case 'serverCloses':
      return reached(1) ? closing(position, 'byServer') : undefined
    case 'answer':
      return reached(2) && position.closing === 'byScript' ? closed(position) : undefined
    case 'endTcp':
      return position.closing === 'byServer' ? closed(position) : undefined
    case 'drop':
      return (reached(0) || reached(1) || reached(2)) &&
        (position.closing === null || position.closing === 'byScript')
        ? closed(position)
        : undefined
    case 'pullCable':
      return reached(1) ? { ...position, isCut: true } : undefined
    case 'nextTask':
      return position.closing === 'abandoned' ? closed(position) : undefined
    case 'timeOut':
      return state === 2 && isCut ? closed(position) : undefined
  }
}

/**
 * Where a socket is after these moves.
 *
 * @throws RangeError for a move that is not possible there.
 */
export function positionAfter(moves: readonly MoveId[]): Position {
  return moves.reduce((position, move) => {
    const next = after(position, move)
    if (next === undefined) throw new RangeError(`${move} is not possible here`)
    return next
  }, BEFORE)
}

/** An arrow of the diagram: a state, and the one that comes after it. */
export const ARROWS = ['0-1', '0-2', '0-3', '1-2', '1-3', '2-3'] as const
export type Arrow = (typeof ARROWS)[number]

/** The arrow from one position to the next; `undefined` where the state stays. */
function arrowBetween(from: Position, to: Position): Arrow | 'construct' | undefined {
  if (from.state === null) return 'construct'
  return ARROWS.find((arrow) => arrow === `${String(from.state)}-${String(to.state)}`)
}

/** The arrow that the last of these moves follows. */
export function arrowOf(moves: readonly MoveId[]): Arrow | 'construct' | undefined {
  return arrowBetween(positionAfter(moves.slice(0, -1)), positionAfter(moves))
}

export interface PossibleMove {
  readonly id: MoveId
  /** The arrow that it follows. */
  readonly arrow: Arrow | 'construct' | undefined
}

/** What may come next. A call that changes nothing is made once in a state. */
export function nextMoves(moves: readonly MoveId[]): readonly PossibleMove[] {
  const position = positionAfter(moves)
  const entered = moves.findIndex(
    (_, index) => positionAfter(moves.slice(0, index + 1)).state === position.state,
  )
  const sinceEntered = moves.slice(entered + 1)
  return MOVES.flatMap((id) => {
    const next = after(position, id)
    if (next === undefined || (next === position && sinceEntered.includes(id))) return []
    return [{ id, arrow: arrowBetween(position, next) }]
  })
}

/** One way to come to each move that changes the state: all there is to see, for print. */
export const WAYS: readonly (readonly MoveId[])[] = [
  ['construct'],
  ['construct', 'accept'],
  ['construct', 'refuse'],
  ['construct', 'drop'],
  ['construct', 'close'],
  ['construct', 'close', 'nextTask'],
  ['construct', 'accept', 'close'],
  ['construct', 'accept', 'close', 'answer'],
  ['construct', 'accept', 'close', 'drop'],
  ['construct', 'accept', 'serverCloses'],
  ['construct', 'accept', 'serverCloses', 'endTcp'],
  ['construct', 'accept', 'drop'],
  ['construct', 'accept', 'pullCable'],
  ['construct', 'accept', 'pullCable', 'close'],
  ['construct', 'accept', 'pullCable', 'close', 'timeOut'],
]

const CODES: Partial<Record<MoveId, string>> = {
  construct: 'new WebSocket(url)',
  close: 'ws.close()',
  send: "ws.send('Hi')",
}

/** A script's call, as it is written; a move of another has words. */
export const codeOf = (move: MoveId): string | undefined => CODES[move]
