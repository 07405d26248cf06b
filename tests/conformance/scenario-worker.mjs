/**
 * Runs one scenario on Node, unchanged, in a thread that can be ended whatever it does. It listens
 * on a port that it is given, and its timers may run faster than they say.
 */
import { Server, Socket } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

/** @type {{ file: string, port: number, speed: number }} */
const { file, port, speed } = workerData

const { listen } = Server.prototype
/** @type {(this: Server, ...values: unknown[]) => Server} */
const listenElsewhere = function (...values) {
  this.once('listening', () => parentPort?.postMessage('listening'))
  const callback = values.find((value) => typeof value === 'function')
  return Reflect.apply(listen, this, [{ port, host: '127.0.0.1' }, callback])
}
Server.prototype.listen = listenElsewhere

if (speed !== 1) {
  for (const name of /** @type {const} */ (['setTimeout', 'setInterval'])) {
    const native = globalThis[name]
    Object.assign(globalThis, {
      /** @type {(callback: () => void, delay?: number, ...values: unknown[]) => unknown} */
      [name]: (callback, delay = 0, ...values) => native(callback, delay / speed, ...values),
    })
  }
  const { setTimeout } = Socket.prototype
  /** @type {(this: Socket, delay: number, callback?: () => void) => Socket} */
  const setTimeoutSooner = function (delay, callback) {
    return Reflect.apply(setTimeout, this, [delay / speed, callback])
  }
  Socket.prototype.setTimeout = setTimeoutSooner
}

await import(file)
