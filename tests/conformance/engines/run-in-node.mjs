/**
 * Runs worlds on the network of `dist/` in Node, without a page and without anything of this
 * project's tests around: `node run-in-node.mjs network.js < worlds.json`. Prints a trace a line.
 */
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

// Node imports no blob: a module's text goes into its address in place of that.
const texts = new WeakMap()
const NativeBlob = Blob
globalThis.Blob = class extends NativeBlob {
  constructor(parts = [], options = {}) {
    super(parts, options)
    texts.set(this, parts.join(''))
  }
}
URL.createObjectURL = (blob) => `data:text/javascript,${encodeURIComponent(texts.get(blob) ?? '')}`

// What a program leaves unhandled is its own affair, here and there.
process.on('unhandledRejection', () => {})
process.on('uncaughtException', () => {})

const [, , network = ''] = process.argv
const { world, traceToJson } = await import(pathToFileURL(network).href)
for (const options of JSON.parse(await text(process.stdin))) {
  const trace = await world(options).then(
    (its) => traceToJson(its),
    (error) => String(error),
  )
  process.stdout.write(`${JSON.stringify(trace)}\n`)
}
process.exit()
