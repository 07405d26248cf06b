import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { expect, test } from './test.ts'

const guide = readFileSync(new URL('../../docs/network.md', import.meta.url), 'utf8')

/** Opens a page of the site that has nothing but this. */
async function openPlainPage(page: Page, siteUrl: string, html: string): Promise<void> {
  const url = `${siteUrl}plain.html`
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto(url)
}

const moduleOf = (script: string) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><output></output>
  <script type="module">
    import * as network from './network.js'
    globalThis.network = network
    ${script}
    document.querySelector('output').textContent = 'ready'
  </script>`

test.describe('network.js in a plain page', () => {
  test('runs the page of its guide', async ({ page, site }) => {
    const [, example = ''] = /```html\n(.*?)```/su.exec(guide) ?? []
    expect(example).not.toBe('')
    await openPlainPage(page, site.url, `${example}<link rel="icon" href="data:,">`)
    await expect(page.locator('#log')).toHaveText(
      /^hello after 300 ms\nclosed with 1005\n\d+ events\n$/u,
    )
  })

  test('works on real time without anybody driving it', async ({ page, site }) => {
    await openPlainPage(
      page,
      site.url,
      moduleOf(`
        const { WebSocket } = network.createNetwork({
          servers: {
            [location.host]: ({ ws }, { setTimeout }) => {
              new ws.WebSocketServer({ port: 8080 }).on('connection', (socket, request) => {
                setTimeout(() => socket.send(request.url), 5)
              })
            },
          },
        })
        globalThis.heard = await new Promise((resolve) => {
          new WebSocket('chat?room=1').onmessage = ({ data, origin }) => resolve({ data, origin })
        })
        globalThis.refused = await new Promise((resolve) => {
          const socket = new WebSocket('ws://nobody.example:81/')
          const events = []
          socket.onerror = () => events.push('error')
          socket.onclose = ({ code, wasClean }) => resolve([...events, code, wasClean])
        })
      `),
    )
    await expect(page.locator('output')).toHaveText('ready')
    const origin = new URL(site.url).origin.replace('http', 'ws')
    const found = await page.evaluate(() => [
      Reflect.get(globalThis, 'heard'),
      Reflect.get(globalThis, 'refused'),
    ])
    expect(found).toEqual([{ data: '/some/course/chat?room=1', origin }, ['error', 1006, false]])
  })

  test('sends the octets of a frame’s buffers and Blobs', async ({ page, site }) => {
    await openPlainPage(
      page,
      site.url,
      `<iframe></iframe>${moduleOf(`
        const { WebSocket } = network.createNetwork({
          servers: {
            [location.host]: ({ ws }) => {
              new ws.WebSocketServer({ port: 8080 }).on('connection', (socket) => {
                socket.on('message', (data, isBinary) => socket.send(isBinary + ' ' + data))
              })
            },
          },
        })
        const frame = document.querySelector('iframe').contentWindow
        const bytes = new frame.TextEncoder().encode('bytes')
        const values = [
          bytes.buffer,
          bytes.subarray(1),
          new frame.DataView(bytes.buffer, 2),
          new frame.Blob(['blob']),
          new frame.File(['file'], 'name'),
          new frame.String('text'),
        ]
        const socket = new WebSocket('ws://' + location.host)
        socket.onopen = () => values.forEach((value) => socket.send(value))
        globalThis.heard = []
        await new Promise((resolve) => {
          socket.onmessage = ({ data }) => {
            globalThis.heard.push(data)
            if (globalThis.heard.length === values.length) resolve()
          }
        })
        globalThis.counted = socket.bufferedAmount
      `)}`,
    )
    await expect(page.locator('output')).toHaveText('ready')
    const heard = ['true bytes', 'true ytes', 'true tes', 'true blob', 'true file', 'false text']
    expect(await page.evaluate('heard')).toEqual(heard)
    expect(await page.evaluate('counted')).toBe(0)
  })

  test('has fetch and EventSource on the same clock', async ({ page, site }) => {
    await openPlainPage(
      page,
      site.url,
      moduleOf(`
        const server = \`
          import { createServer } from 'node:http'
          createServer((request, response) => {
            if (request.url === '/events') {
              response.writeHead(200, { 'Content-Type': 'text/event-stream' })
              response.write('id: 1\\\\ndata: tick\\\\n\\\\n')
            } else setTimeout(() => response.end('late'), 1000)
          }).listen(80)
        \`
        const { fetch, EventSource, clock, installClient } = network.createNetwork({
          clock: 'virtual',
          servers: { 'a.example:80': server },
        })
        installClient(window)
        const told = []
        fetch('http://a.example/poll').then(async (response) => {
          told.push(await response.text(), response instanceof Response)
        })
        fetch('http://a.example/poll', { signal: AbortSignal.timeout(500) }).catch((error) => {
          told.push(error.name)
        })
        const source = new EventSource('http://a.example/events')
        source.onmessage = ({ data, lastEventId }) => told.push(data, lastEventId)
        await clock.runUntilIdle()
        globalThis.told = told
      `),
    )
    await expect(page.locator('output')).toHaveText('ready')
    const told = await page.evaluate(() => Reflect.get(globalThis, 'told') as unknown)
    expect(told).toEqual(['tick', '1', 'TimeoutError', 'late', true])
  })

  test('gives the same trace for the same options', async ({ page, site }) => {
    await openPlainPage(
      page,
      site.url,
      moduleOf(`
        const server = \`
          import { WebSocketServer } from 'ws'
          import { setTimeout as sleep } from 'node:timers/promises'
          await sleep(30)
          new WebSocketServer({ port: 1 }).on('connection', (socket) => {
            socket.on('message', (data) => socket.send(String(Math.random())))
          })
        \`
        globalThis.run = async (seed) => {
          const { WebSocket, clock, traceToJson } = network.createNetwork({
            clock: 'virtual',
            seed,
            conditions: { latency: 10, jitter: 20 },
            servers: { 'a.example:80': server },
          })
          const socket = new WebSocket('ws://a.example')
          socket.onopen = () => socket.send('?')
          socket.onmessage = () => socket.close()
          await clock.runUntilIdle()
          return traceToJson()
        }
      `),
    )
    await expect(page.locator('output')).toHaveText('ready')
    const traces = await page.evaluate(async () => {
      const run = Reflect.get(globalThis, 'run') as (seed: number) => Promise<string>
      return [await run(1), await run(1), await run(2)]
    })
    expect(traces[0]).toContain('"type":"closed","code":1005')
    expect(traces[1]).toBe(traces[0])
    expect(traces[2]).not.toBe(traces[0])
  })

  test('runs a world of sources, the same each time, and once more with a cut', async ({
    page,
    site,
  }) => {
    await openPlainPage(
      page,
      site.url,
      moduleOf(`
        const options = {
          servers: { 'a.example:80': \`
            import { WebSocketServer } from 'ws'
            new WebSocketServer({ port: 80 }).on('connection', (socket) => socket.send('hello'))
          \` },
          program: \`
            const socket = new WebSocket('ws://a.example')
            await new Promise((resolve) => (socket.onmessage = resolve))
            socket.onclose = ({ code }) => console.log(code)
            setTimeout(() => socket.close(1000), 1000)
          \`,
        }
        const cut = { kind: 'cut', time: 500, how: 'rst' }
        const json = async (more) => network.traceToJson(await network.world({ ...options, ...more }))
        globalThis.traces = [await json(), await json(), await json({ interventions: [cut] })]
      `),
    )
    await expect(page.locator('output')).toHaveText('ready')
    const [first = '', second, third = ''] = await page.evaluate(
      () => Reflect.get(globalThis, 'traces') as string[],
    )
    expect(second).toBe(first)
    expect(first).toMatch(/"consoleMessage".*"1000"/u)
    expect(third).toMatch(/"consoleMessage".*"1006"/u)
    const [before = ''] = third.split(
      '{"side":"client","provenance":"observed","type":"intervention"',
    )
    expect(first.startsWith(before)).toBe(true)
  })

  test('tells of a server that cannot run', async ({ page, site, guard }) => {
    guard.expectProblem(/cannot import "express"/u)
    await openPlainPage(
      page,
      site.url,
      moduleOf(`network.createNetwork({ servers: { 'a.example:80': 'import "express"' } })`),
    )
    await expect(page.locator('output')).toHaveText('ready')
  })
})
