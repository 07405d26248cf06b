/**
 * The command line of `npm start`.
 */
import { parseArgs } from 'node:util'

export const help = `Serves Upgrade 101 and its lab server on this machine.

  npm start -- [options]

  --port <number>               listen on this port, 0 for any free one
                                (8101, or the next one that is free)
  --host <name or address>      listen on this name or address (localhost)
  --allow-host <name>           also answer requests for this host name; may be given again
  --limit-connections <number>  connections to scenarios at the same time (2000)
  --limit-message <bytes>       largest message or request body (16777216)
  --limit-unsent <bytes>        bytes that wait for a client that reads slowly (67108864)
  --limit-idle <seconds>        cut a connection that is silent for so long (600)
  --limit-recording <bytes>     bytes that are recorded for a page that asked for it (67108864)
  --limit-wiretap <bytes>       recorded bytes that wait to be sent, of all pages (268435456)
  --help                        show this text
`

/**
 * @typedef {object} StartOptions
 * @property {boolean} help
 * @property {string} host
 * @property {number | null} port null: the usual one, or the next one that is free
 * @property {string[]} allowedHosts
 * @property {import('../lab-server/limits.ts').Limits} limits
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
      'limit-connections': { type: 'string', default: '2000' },
      'limit-message': { type: 'string', default: '16777216' },
      'limit-unsent': { type: 'string', default: '67108864' },
      'limit-idle': { type: 'string', default: '600' },
      'limit-recording': { type: 'string', default: '67108864' },
      'limit-wiretap': { type: 'string', default: '268435456' },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    help: values.help,
    host: values.host,
    port: values.port === undefined ? null : wholeNumber('--port', values.port, 0, 65535),
    allowedHosts: values['allow-host'],
    limits: {
      connections: wholeNumber('--limit-connections', values['limit-connections'], 1, 100_000),
      messageBytes: wholeNumber('--limit-message', values['limit-message'], 125, 2 ** 31 - 1),
      unsentBytes: wholeNumber('--limit-unsent', values['limit-unsent'], 1, 2 ** 31 - 1),
      recordingBytes: wholeNumber('--limit-recording', values['limit-recording'], 0, 2 ** 31 - 1),
      wiretapBytes: wholeNumber('--limit-wiretap', values['limit-wiretap'], 0, 2 ** 31 - 1),
      idleTime: 1000 * wholeNumber('--limit-idle', values['limit-idle'], 1, 86_400),
    },
  }
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
