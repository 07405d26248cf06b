/**
 * What a program of this suite says what it sees with. Each line that it says is compared with the
 * line that the same program says in the other world, so a line holds nothing that may vary: no
 * times, no randomness.
 */

/** The server's host name. `program.ts` puts a different one here for each program. */
export const host = 'server.example'

/** @typedef {'open' | 'message' | 'error' | 'close'} EventType */

/**
 * Says one thing that the program saw.
 *
 * @param {string} what
 * @param {...unknown} values
 */
export function say(what, ...values) {
  console.log([what, ...values.map(show)].join(' '))
}

/** The last thing a program says: all that it wanted to see it has seen. */
export function done() {
  say('done')
}

/**
 * Text that is equal for equal values only.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function show(value) {
  if (typeof value === 'string') return text(value)
  if (Object.is(value, -0)) return '-0'
  if (typeof value === 'function') return `function ${JSON.stringify(value.name)}`
  if (value === null || typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`
  if (value instanceof DOMException)
    return `DOMException ${value.name} ${value.code}: ${value.message}`
  if (value instanceof Error) return `${value.constructor.name}: ${value.message}`
  if (value instanceof Blob) return `Blob of ${value.size} octets, type ${show(value.type)}`
  if (value instanceof ArrayBuffer) return `ArrayBuffer ${octets(value)}`
  if (Object.getPrototypeOf(value) === Object.prototype) {
    return `{${Object.entries(value)
      .map(([name, entry]) => `${name}: ${show(entry)}`)
      .join(', ')}}`
  }
  return Object.prototype.toString.call(value)
}

/** @param {string} value */
function text(value) {
  if (value.length <= 200) return JSON.stringify(value)
  const sum = Array.from(value).reduce(
    (sum, unit) => (sum * 31 + (unit.codePointAt(0) ?? 0)) % 1e9,
    0,
  )
  return `${JSON.stringify(value.slice(0, 20))}… of ${value.length} code units, checksum ${sum}`
}

/** @param {ArrayBuffer} buffer */
function octets(buffer) {
  const all = new Uint8Array(buffer)
  const first = Array.from(all.subarray(0, 32), (octet) => octet.toString(16).padStart(2, '0'))
  return `${all.length}: ${first.join(' ')}${all.length > 32 ? ' …' : ''}`
}

/**
 * Says what an action returned or threw.
 *
 * @param {string} what
 * @param {() => unknown} action
 */
export function attempt(what, action) {
  try {
    say(what, 'gives', action())
  } catch (error) {
    say(what, 'throws', error)
  }
}

/**
 * Says every event of a socket with what it shows, and the socket's state meanwhile.
 *
 * @param {WebSocket} socket
 * @param {string} [name]
 */
export function watch(socket, name = 'socket') {
  const state = () => [socket.readyState, socket.bufferedAmount]
  socket.addEventListener('open', () => {
    say(`${name} open`, ...state(), socket.protocol, socket.extensions)
  })
  socket.addEventListener('message', ({ data, origin }) => {
    // When what was sent before has left is the operating system's to say.
    say(`${name} message`, socket.readyState, data, origin)
  })
  socket.addEventListener('error', () => say(`${name} error`, ...state()))
  socket.addEventListener('close', ({ code, reason, wasClean }) => {
    say(`${name} close`, ...state(), code, reason, wasClean)
  })
}

/**
 * A socket to a path of the server, watched.
 *
 * @param {string} [path]
 * @param {string | string[]} [protocols]
 */
export function open(path = '/', protocols = []) {
  const socket = new WebSocket(`ws://${host}${path}`, protocols)
  watch(socket)
  return socket
}

/**
 * The next event of a type.
 *
 * @param {EventTarget} target
 * @param {EventType} type
 * @returns {Promise<Event>}
 */
export function next(target, type) {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }))
}

/**
 * The data of the next messages.
 *
 * @param {WebSocket} socket
 * @param {number} count
 * @returns {Promise<unknown[]>}
 */
export function messages(socket, count) {
  /** @type {unknown[]} */
  const received = []
  return new Promise((resolve) => {
    /** @param {MessageEvent} event */
    const receive = ({ data }) => {
      received.push(data)
      if (received.length < count) return
      socket.removeEventListener('message', receive)
      resolve(received)
    }
    socket.addEventListener('message', receive)
  })
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
export function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/**
 * Nothing waits to be sent any more.
 *
 * @param {WebSocket} socket
 */
export async function drained(socket) {
  while (socket.bufferedAmount > 0) await after(1)
}
