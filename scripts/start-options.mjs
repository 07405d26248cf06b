/**
 * The command line of `npm start`.
 */
import { parseArgs } from 'node:util'

/** @typedef {import('../lab-server/limits/limits.ts').Limits} Limits */

/**
 * @typedef {object} LimitOption
 * @property {string} option its name, after `--limit-`
 * @property {keyof Limits} limit
 * @property {string} takes the unit of its value
 * @property {string} text
 * @property {number} usual in the unit of its value
 * @property {number} least
 * @property {number} most
 * @property {number} [factor] what the value is multiplied with
 */

const mostBytes = 2 ** 31 - 1
const mib = 2 ** 20

/** @type {readonly LimitOption[]} */
const limitOptions = [
  {
    option: 'connections',
    limit: 'connections',
    takes: 'number',
    text: 'connections to scenarios at the same time',
    usual: 2000,
    least: 1,
    most: 100_000,
  },
  {
    option: 'connection-rate',
    limit: 'connectionRate',
    takes: 'number',
    text: 'new connections and requests a second from one address',
    usual: 1000,
    least: 1,
    most: 1_000_000,
  },
  {
    option: 'message',
    limit: 'messageBytes',
    takes: 'bytes',
    text: 'largest message or request body',
    usual: 16 * mib,
    least: 125,
    most: mostBytes,
  },
  {
    option: 'message-rate',
    limit: 'messageRate',
    takes: 'number',
    text: 'messages a second from one client',
    usual: 100_000,
    least: 1,
    most: mostBytes,
  },
  {
    option: 'byte-rate',
    limit: 'byteRate',
    takes: 'bytes',
    text: 'bytes a second from one client',
    usual: 256 * mib,
    least: 1000,
    most: mostBytes,
  },
  {
    option: 'unsent',
    limit: 'unsentBytes',
    takes: 'bytes',
    text: 'bytes that wait for a client that reads slowly',
    usual: 64 * mib,
    least: 1,
    most: mostBytes,
  },
  {
    option: 'held',
    limit: 'heldBytes',
    takes: 'bytes',
    text: 'bytes held for all clients: unsent, or of messages not yet whole',
    usual: 512 * mib,
    least: 1000,
    most: 2 ** 40,
  },
  {
    option: 'idle',
    limit: 'idleTime',
    takes: 'seconds',
    text: 'cut a connection that is silent for so long',
    usual: 600,
    least: 1,
    most: 86_400,
    factor: 1000,
  },
  {
    option: 'recording',
    limit: 'recordingBytes',
    takes: 'bytes',
    text: 'bytes that are recorded for a page that asked for it',
    usual: 64 * mib,
    least: 0,
    most: mostBytes,
  },
  {
    option: 'wiretap',
    limit: 'wiretapBytes',
    takes: 'bytes',
    text: 'recorded bytes that wait to be sent, of all pages',
    usual: 256 * mib,
    least: 0,
    most: mostBytes,
  },
]

export const help = `Serves Upgrade 101 and its lab server on this machine.

  npm start -- [options]        (in a copy of the sources)
  npx upgrade-101 [options]     (from a package)

  --port <number>                   listen on this port, 0 for any free one
                                    (8101, or the next one that is free)
  --host <name or address>          listen on this name or address (localhost)
  --allow-host <name>               also answer requests for this host name; may be given again
  --open                            open the app in a browser
  --help                            show this text

Limits, each named in the log when it is hit:

${limitOptions.map(helpLine).join('\n')}
`

/** @param {LimitOption} option */
function helpLine({ option, takes, text, usual }) {
  const name = `--limit-${option} <${takes}>`.padEnd(34)
  return name.length + text.length + 14 > 100
    ? `  ${name}${text}\n${' '.repeat(36)}(${usual})`
    : `  ${name}${text} (${usual})`
}

/**
 * @typedef {object} StartOptions
 * @property {boolean} help
 * @property {boolean} open the app in a browser
 * @property {string} host
 * @property {number | null} port null: the usual one, or the next one that is free
 * @property {string[]} allowedHosts
 * @property {Limits} limits
 */

/**
 * @param {readonly string[]} args
 * @returns {StartOptions}
 * @throws {Error} whose message names the option that is wrong, and what it takes
 */
export function readStartOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      host: { type: 'string', default: 'localhost' },
      'allow-host': { type: 'string', multiple: true, default: [] },
      open: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      ...Object.fromEntries(
        limitOptions.map(({ option }) => [
          `limit-${option}`,
          /** @type {const} */ ({ type: 'string' }),
        ]),
      ),
    },
  })
  return {
    help: values.help,
    open: values.open,
    host: named('--host', values.host),
    port: values.port === undefined ? null : wholeNumber('--port', values.port, 0, 65535),
    allowedHosts: values['allow-host'].map((name) => named('--allow-host', name)),
    limits: readLimits(values),
  }
}

/** @param {Readonly<Record<string, unknown>>} values */
function readLimits(values) {
  const limits = limitOptions.map(({ option, limit, usual, least, most, factor = 1 }) => {
    const text = values[`limit-${option}`]
    const value =
      text === undefined ? usual : wholeNumber(`--limit-${option}`, String(text), least, most)
    return [limit, value * factor]
  })
  // There is an option for every limit: the test of the defaults compares them all.
  return /** @type {Limits} */ (Object.fromEntries(limits))
}

/**
 * @param {string} option
 * @param {string} text
 */
function named(option, text) {
  if (/^[^\s/@?#]+$/.test(text)) return text
  throw new Error(`${option} takes a name or an address, not "${text}"`)
}

/**
 * @param {string} option
 * @param {string} text
 * @param {number} least
 * @param {number} most
 */
function wholeNumber(option, text, least, most) {
  const number = /^\d+$/.test(text) ? Number(text) : NaN
  if (number >= least && number <= most) return number
  throw new Error(`${option} takes a whole number from ${least} to ${most}, not "${text}"`)
}
