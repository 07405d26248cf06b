/** The suite's page, with the sandbox of `dist/`, on a port of this machine. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.json', 'application/json'],
])

const here = (name: string) => new URL(name, import.meta.url)

async function files(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const result = await build({
    root: fileURLToPath(here('page/')),
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, minify: false },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (output === undefined || !('output' in output)) throw new Error('the page was not built')
  const built = output.output.map((file): [string, string | Uint8Array] => [
    `/${file.fileName}`,
    file.type === 'chunk' ? file.code : file.source,
  ])
  return new Map([
    ...built,
    ['/native.html', await readFile(here('page/native.html'))],
    ...(await Promise.all(SANDBOX_FILES.map(sandboxFile))),
  ])
}

const SANDBOX_FILES = [
  'sandbox.html',
  'sandbox-parts.json',
  'sandbox-node.js',
  'sandbox-proxy.js',
  'sandbox-redis.js',
]

async function sandboxFile(file: string): Promise<[string, Uint8Array]> {
  return [`/${file}`, await readFile(here(`../../dist/${file}`))]
}

export interface Site {
  readonly port: number
  close(): void
}

export async function serveSite(): Promise<Site> {
  const contents = await files()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const name = pathname === '/' ? '/index.html' : pathname
    const content = contents.get(name)
    if (content === undefined) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'Content-Type': TYPES.get(extname(name)) ?? 'text/plain' })
    response.end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { port: address.port, close: () => server.close() }
}
