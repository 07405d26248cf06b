import { Fifo } from '../../core/trace/fifo.ts'

// The program may replace it, and would get hold of a port.
const { postMessage } = MessagePort.prototype

/**
 * Makes a function that resolves in a new turn of the real event loop, after all microtasks. A
 * MessageChannel is the fastest way there, and no program can replace this one's ports.
 */
export function createEventLoopTurn(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel()
  const waiting = new Fifo<() => void>()
  port1.onmessage = () => waiting.shift()?.()
  // On Node an open port keeps the process alive.
  if ('unref' in port1 && typeof port1.unref === 'function') port1.unref()
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      postMessage.call(port2, null)
    })
}
