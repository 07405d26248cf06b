import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteHeaders } from './response-headers.ts'
import { createStaticFiles } from './static-files.ts'

let folder: string
let server: Server
let port: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'static-files-'))
  await mkdir(join(folder, 'site/assets'), { recursive: true })
  await writeFile(join(folder, 'site/index.html'), '<!doctype html>home')
  await writeFile(join(folder, 'site/sandbox.html'), '<!doctype html>sandbox')
  await writeFile(join(folder, 'site/assets/app-12.js'), 'app()')
  await writeFile(join(folder, 'site/a b.txt'), 'spaces')
  await writeFile(join(folder, 'secret.txt'), 'private words')
  await symlink('../secret.txt', join(folder, 'site/link.txt'))
  const files = createStaticFiles({ directory: join(folder, 'site'), headersFor: siteHeaders })
  server = createServer((req, res) => void files(req, res, (req.url ?? '').slice(1)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server's address is not a pipe's name.
  port = (server.address() as AddressInfo).port
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

/** Unlike `fetch`, sends the path as it is given. */
async function get(
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, ...options }, resolve)
      .on('error', reject)
      .end()
  })
  let body = ''
  for await (const chunk of response) body += String(chunk)
  return { status: response.statusCode, headers: response.headers, body }
}

test('serves a file with its type, and a folder by its index', async () => {
  const script = await get('/assets/app-12.js')
  expect(script).toMatchObject({ status: 200, body: 'app()' })
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
  expect(script.headers['x-content-type-options']).toBe('nosniff')
  expect((await get('/')).body).toBe('<!doctype html>home')
  expect((await get('/a%20b.txt')).body).toBe('spaces')
})

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/link.txt',
  '//etc/passwd',
  '/index.html%00.txt',
  '/%zz',
])('serves nothing outside its folder: %s', async (path) => {
  const { status, body } = await get(path)
  expect([400, 404]).toContain(status)
  expect(body).not.toContain('private words')
  expect(body).not.toContain('root:')
})

test('says what is missing', async () => {
  expect(await get('/missing.js')).toMatchObject({
    status: 404,
    body: 'There is no /missing.js here.\n',
  })
})

test('answers GET and HEAD only', async () => {
  const head = await get('/', { method: 'HEAD' })
  expect(head).toMatchObject({ status: 200, body: '' })
  expect(head.headers['content-length']).toBe('19')
  const post = await get('/', { method: 'POST' })
  expect(post.status).toBe(405)
  expect(post.headers.allow).toBe('GET, HEAD')
})

test('answers 304 to a client that has the file', async () => {
  const { etag } = (await get('/index.html')).headers
  expect(etag).toMatch(/^W\/"[^"]+"$/)
  const again = await get('/index.html', { headers: { 'If-None-Match': `"x", ${String(etag)}` } })
  expect(again).toMatchObject({ status: 304, body: '' })
})

test('lets browsers keep what is named by its content, and only that', async () => {
  const cacheControl = async (path: string) => (await get(path)).headers['cache-control']
  expect(await cacheControl('/assets/app-12.js')).toContain('immutable')
  expect(await cacheControl('/')).toBe('no-cache')
  expect(await cacheControl('/sandbox.html')).toBe('no-cache')
})

test('gives the app page its policy, and leaves the sandbox its own', async () => {
  const page = (await get('/')).headers
  expect(page['content-security-policy']).toContain("frame-ancestors 'self'")
  const sandbox = (await get('/sandbox.html')).headers
  expect(sandbox['content-security-policy']).toBeUndefined()
  expect(sandbox['cross-origin-resource-policy']).toBeUndefined()
})
