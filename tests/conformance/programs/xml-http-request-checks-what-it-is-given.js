// Scenario: requests.
import { done, host, say } from '../prelude.js'

const url = `http://${host}/echo`
const opened = (method = 'GET') => {
  const request = new XMLHttpRequest()
  request.open(method, url)
  return request
}
/** @type {Record<string, () => unknown>} */
const deeds = {
  'no URL': () => new XMLHttpRequest().open('GET'),
  'a wrong URL': () => new XMLHttpRequest().open('GET', 'http://'),
  'a wrong method': () => new XMLHttpRequest().open('G T', url),
  'a refused method': () => new XMLHttpRequest().open('trace', url),
  'send() too soon': () => new XMLHttpRequest().send(),
  'a field too soon': () => new XMLHttpRequest().setRequestHeader('a', 'b'),
  'a field without value': () => opened().setRequestHeader('a'),
  'a wrong field': () => opened().setRequestHeader('a b', 'c'),
  'a wrong value': () => opened().setRequestHeader('a', 'b\nc'),
  'a type that is none': () => {
    const request = opened()
    request.responseType = 'none'
    return request.responseType
  },
  'a text of another type': () => {
    const request = opened()
    request.responseType = 'json'
    return request.responseText
  },
  'a document of another type': () => {
    const request = opened()
    request.responseType = 'text'
    return request.responseXML
  },
  'a timeout': () => {
    const request = opened()
    request.timeout = '12.7'
    return request.timeout
  },
  'a request that blocks, with a timeout': () => {
    const request = new XMLHttpRequest()
    request.timeout = 1
    request.open('GET', url, false)
  },
  'a request that blocks, with a type': () => {
    const request = new XMLHttpRequest()
    request.responseType = 'json'
    request.open('GET', url, false)
  },
  'fields before there is a response': () => [
    opened().getResponseHeader('a'),
    opened().getAllResponseHeaders(),
  ],
  'as a function': () => XMLHttpRequest(),
  'its members': () => [
    XMLHttpRequest.DONE,
    XMLHttpRequest.length,
    XMLHttpRequest.name,
    String(new XMLHttpRequest()),
    String(new XMLHttpRequest().upload),
    'onloadend' in new XMLHttpRequest(),
  ],
}
for (const [name, deed] of Object.entries(deeds)) {
  try {
    say(name, deed())
  } catch (error) {
    say(name, error)
  }
}

/**
 * @param {XMLHttpRequestResponseType} type
 * @param {string} path
 */
const get = (type, path) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('GET', `http://${host}${path}`)
    request.responseType = type
    request.onload = () => resolve(request.response)
    request.send()
  })
say('json', await get('json', '/json'))
say('no json', await get('json', '/nowhere'))
say('arraybuffer', new Uint8Array(await get('arraybuffer', '/json')).length)
say('blob', (await get('blob', '/json')).type)
say('document', await get('document', '/json'))

const post = opened('POST')
post.onload = () => {
  say('echo', post.responseText)
  done()
}
post.send('héllo')
try {
  post.withCredentials = true
} catch (error) {
  say('credentials too late', error)
}
try {
  post.send()
} catch (error) {
  say('sent twice', error)
}
