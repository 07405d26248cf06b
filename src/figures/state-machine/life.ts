/** The life of one socket on the in-page network: the reader's moves, made one after the other. */
import type { TraceEvent } from '../../core/trace/event.ts'
import { createNetwork, type PlannedIntervention } from '../../in-page-network/index.ts'
import { positionAfter, type MoveId } from './moves.ts'
import { createHost } from './server.ts'

const HOST = 'chat.example:80'

/** Milliseconds one way. */
const LATENCY = 40

/**
 * How long a move that changes something has before the next, in milliseconds: until all has
 * arrived, except where the next move finds a Close frame under way.
 */
const PASSES: Readonly<Record<MoveId, number>> = {
  construct: 4 * LATENCY,
  send: 2 * LATENCY,
  close: LATENCY / 2,
  accept: 2 * LATENCY,
  refuse: 4 * LATENCY,
  serverCloses: 1.5 * LATENCY,
  answer: 4 * LATENCY,
  endTcp: 4 * LATENCY,
  drop: 4 * LATENCY,
  pullCable: LATENCY,
  nextTask: 4 * LATENCY,
  // As Chromium waits for the answer to a Close frame.
  timeOut: 62_000,
}

/** The events of each move. */
export async function live(moves: readonly MoveId[]): Promise<readonly (readonly TraceEvent[])[]> {
  const host = createHost()
  const network = createNetwork({
    clock: 'virtual',
    seed: 4,
    conditions: { latency: LATENCY },
    baseUrl: 'http://chat.example/',
    servers: { [HOST]: host.serve },
    interventions: cutsOf(moves),
  })
  const { clock, trace } = network
  await network.ready
  let socket: WebSocket | undefined
  let time = 0
  const slices: (readonly TraceEvent[])[] = []
  for (const [index, move] of moves.entries()) {
    const begin = trace.length
    if (move === 'construct') socket = listenTo(new network.WebSocket('ws://chat.example/'))
    else if (move === 'close') socket?.close()
    else if (move === 'send') trySend(socket)
    else host.act(move, network.serverGlobals.setTimeout)
    const passes = passed(moves, index)
    time += passes
    if (passes > 0) await clock.runUntil(time)
    slices.push(trace.slice(begin))
  }
  network.stop()
  return slices
}

/** No time passes where a frame has to stay under way, or a task has to wait for its move. */
function passed(moves: readonly MoveId[], index: number): number {
  const move = moves[index]
  const { state, closing } = positionAfter(moves.slice(0, index + 1))
  const isCall = move === 'send' || move === 'close'
  const isFirst = positionAfter(moves.slice(0, index)).state !== state
  if (move === undefined || closing === 'abandoned') return 0
  return isCall && state !== 1 && !isFirst ? 0 : PASSES[move]
}

/** A cut has to be planned: when its move will be made is known. */
function cutsOf(moves: readonly MoveId[]): readonly PlannedIntervention[] {
  let time = 0
  return moves.flatMap((move, index): PlannedIntervention[] => {
    // One later than the end of the move before.
    const cut = { kind: 'cut', time: time + 1 } as const
    time += passed(moves, index)
    if (move === 'drop') return [{ ...cut, how: 'fin' }]
    return move === 'pullCable' ? [{ ...cut, how: 'silence' }] : []
  })
}

/** With a listener for each event, as a script has. */
function listenTo(socket: WebSocket): WebSocket {
  for (const type of ['open', 'error', 'close']) socket.addEventListener(type, () => undefined)
  return socket
}

/** A script that does not catch the exception would end here. */
function trySend(socket: WebSocket | undefined): void {
  try {
    socket?.send('Hi')
  } catch {
    // The trace has it.
  }
}
