import { describe, expect, it } from 'vitest'
import { startNetwork } from '../testing/run-program.ts'

const server = `
  import { createServer } from 'node:http'
  createServer((request, response) => {
    setTimeout(() => response.end('at last'), 1_000)
  }).listen(8080)
`
const get = (path: string) => (request: XMLHttpRequest) => {
  request.open('GET', path)
  request.send()
}

describe('the interface XMLHttpRequest', () => {
  it.each<[string, (request: XMLHttpRequest) => void, string]>([
    ['no URL', (request) => Reflect.apply(request.open, request, ['GET']), '2 arguments required'],
    ['a wrong URL', (request) => request.open('GET', 'http://'), 'Invalid URL'],
    ['a wrong method', (request) => request.open('G T', '/'), 'is not a valid HTTP method'],
    ['TRACE', (request) => request.open('trace', '/'), 'HTTP method is unsupported'],
    ['send() too soon', (request) => request.send(), 'state must be OPENED'],
    ['a field too soon', (request) => request.setRequestHeader('a', 'b'), 'state must be OPENED'],
    [
      'a wrong field',
      (request) => {
        request.open('GET', '/')
        request.setRequestHeader('a b', 'c')
      },
      "'a b' is not a valid HTTP header field name",
    ],
    [
      'a wrong value',
      (request) => {
        request.open('GET', '/')
        request.setRequestHeader('a', 'b\nc')
      },
      'is not a valid HTTP header field value',
    ],
    [
      'a second send()',
      (request) => {
        get('/slow')(request)
        request.send()
      },
      'state must be OPENED',
    ],
    [
      'a text of another type',
      (request) => {
        request.responseType = 'json'
        void request.responseText
      },
      "is '' or 'text' (was 'json')",
    ],
    [
      'credentials after send()',
      (request) => {
        get('/slow')(request)
        request.withCredentials = true
      },
      'UNSENT or OPENED',
    ],
    [
      'a request that blocks',
      (request) => {
        request.open('GET', '/', false)
        request.send()
      },
      'would keep the server from running',
    ],
  ])('refuses %s', async (_what, wrong, message) => {
    const { XMLHttpRequest } = await startNetwork(server, { baseUrl: 'http://localhost:8080/' })
    expect(() => wrong(new XMLHttpRequest())).toThrow(message)
  })

  it('is an interface as browsers have it', async () => {
    const { XMLHttpRequest } = await startNetwork(server)
    const request = new XMLHttpRequest()
    expect(String(request)).toBe('[object XMLHttpRequest]')
    expect(String(request.upload)).toBe('[object XMLHttpRequestUpload]')
    expect([XMLHttpRequest.DONE, request.LOADING, XMLHttpRequest.length]).toEqual([4, 3, 0])
    expect([request.responseType, request.timeout, request.withCredentials]).toEqual(['', 0, false])
    request.responseType = 'nothing' as 'text'
    expect(request.responseType).toBe('')
    expect('onloadend' in request).toBe(true)
    expect([...Object.keys(request), ...Object.keys(request.upload)]).toEqual([])
    expect(() => Reflect.apply(XMLHttpRequest, undefined, [])).toThrow("use the 'new' operator")
  })
})
