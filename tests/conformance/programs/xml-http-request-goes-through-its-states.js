// Scenario: requests.
import { done, host, say } from '../prelude.js'

const TYPES = ['readystatechange', 'loadstart', 'progress', 'abort', 'error', 'load', 'timeout']

/**
 * Says the events of one request, and waits for its end.
 *
 * @param {string} path
 * @param {(request: XMLHttpRequest) => void} [change]
 */
async function ask(path, change = () => {}) {
  const request = new XMLHttpRequest()
  for (const type of TYPES)
    request.addEventListener(type, (event) => {
      const { readyState, status, statusText } = request
      const { loaded, total, lengthComputable } = event
      say(type, readyState, status, statusText, loaded, total, lengthComputable)
    })
  const ended = new Promise((resolve) => (request.onloadend = resolve))
  request.open('GET', `http://${host}${path}`)
  request.send()
  change(request)
  await ended
  say(path, request.readyState, request.responseText, request.responseURL !== '')
  return request
}

await ask('/pieces')
await ask('/nothing')
await ask('/nowhere')
await ask('/cut')
await ask('/slow', (request) => {
  request.timeout = 200
})
await ask('/slow', (request) => setTimeout(() => request.abort(), 100))
const moved = await ask('/moved')
say('moved', new URL(moved.responseURL).pathname)
const { readyState } = moved
moved.abort()
say('aborted after its end', readyState, moved.readyState, moved.status)
done()
