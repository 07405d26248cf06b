/**
 * Starts server programs on Node, unchanged, one after the other in one thread, and says which of
 * them fails first, or `null` when all listen. Whatever port one names, it gets a free one.
 */
import { Server } from 'node:net'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'

/** Milliseconds after which a program counts as not listening, even on a busy machine. */
const PATIENCE = 120_000

/** @type {{ files: readonly string[] }} */
const { files } = workerData

let listened = () => {}
/** @type {(error: unknown) => void} */
let failed = () => {}
process.on('uncaughtException', (error) => {
  // Of one that listens already, and connects to itself on the port that it named.
  if (!('code' in error && error.code === 'ECONNREFUSED')) failed(error)
})

const { listen } = Server.prototype
/** @type {(this: Server, ...values: unknown[]) => Server} */
const listenElsewhere = function (...values) {
  this.once('listening', () => listened())
  const callback = values.find((value) => typeof value === 'function')
  return Reflect.apply(listen, this, [{ port: 0, host: '127.0.0.1' }, callback])
}
Server.prototype.listen = listenElsewhere

for (const file of files) {
  const isListening = new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('it does not listen')), PATIENCE)
    failed = reject
    listened = () => {
      clearTimeout(patience)
      resolve(undefined)
    }
  })
  try {
    await Promise.all([import(pathToFileURL(file).href), isListening])
  } catch (error) {
    parentPort?.postMessage({ file, error })
    break
  }
}
parentPort?.postMessage(null)
