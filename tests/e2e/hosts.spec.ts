/** The recipes of `docs/hosting.md`, each on the host that it is for, where that is installed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { nginx } from '../../scripts/find-program.mjs'
import { createStaticServer } from './static-server.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const dist = `${root}dist`
const LESSON = 'en/first-echo.html'

interface Host {
  /** Of the site's folder, with its last slash. */
  readonly url: string
  close(): Promise<void>
}

const onPath = (name: string) =>
  (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name))
const installed = (paths: readonly (string | undefined)[]) =>
  paths.find((path) => path !== undefined && existsSync(path))
const python = installed(onPath('python3'))
const nginxPath = installed([process.env[nginx.variable], ...onPath('nginx'), ...nginx.usualPaths])

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function hosted(port: number, child: ChildProcess): Promise<Host> {
  const exit = once(child, 'exit')
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the host ended with ${child.exitCode}`)
    const socket = connect(port, '127.0.0.1')
    const isOpen = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    })
    socket.destroy()
    if (isOpen) break
    await pause(20)
  }
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      child.kill()
      await exit
    },
  }
}

async function startPython(program: string): Promise<Host> {
  const port = await freePort()
  const options = ['--bind', '127.0.0.1', '--directory', dist]
  return hosted(port, spawn(program, ['-m', 'http.server', String(port), ...options]))
}

/** nginx with the configuration of the container, in a folder of its own. */
async function startNginx(program: string): Promise<Host> {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'upgrade-101-nginx-'))
  const recipe = await readFile(`${root}hosting/nginx.conf`, 'utf8')
  const server = recipe
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('/usr/share/nginx/html', dist)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  await copyFile('/etc/nginx/mime.types', join(folder, 'mime.types'))
  await writeFile(
    join(folder, 'main.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events { }
http { access_log off; ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
${server} }`,
  )
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'main.conf')], {
    stdio: 'inherit',
  })
  const host = await hosted(port, child)
  return {
    url: host.url,
    async close() {
      await host.close()
      await rm(folder, { recursive: true })
    },
  }
}

const hosts: Readonly<Record<string, () => Promise<Host>>> = {
  ...(python !== undefined && { 'python3 -m http.server': () => startPython(python) }),
  ...(nginxPath !== undefined && { nginx: () => startNginx(nginxPath) }),
  'a repository on GitHub Pages': () => createStaticServer(dist, '/repository/'),
}

for (const [name, start] of Object.entries(hosts))
  test(`${name}: a lesson is read and run`, async ({ page, guard }) => {
    const host = await start()
    guard.allowServer(host.url)
    await page.goto(host.url)
    await expect(page).toHaveURL(`${host.url}en/index.html`)
    await page.goto(host.url + LESSON)
    const screen = new WorkScreen(page)
    await page.waitForFunction(() => !('earlyInput' in window))
    await screen.editor.fill("console.log('it runs')")
    await screen.run.click()
    await expect(screen.console).toContainText('it runs')
    await page.goto('about:blank')
    await host.close()
  })

test('a repository on GitHub Pages shows the way from an address that is not there', async ({
  page,
  guard,
}) => {
  const host = await createStaticServer(dist, '/repository/')
  guard.allowServer(host.url)
  guard.expectProblem(/404/)
  const response = await page.goto(`${host.url}en/frist-echo.html`)
  expect(response?.status()).toBe(404)
  await page.getByRole('link', { name: 'First connection' }).first().click()
  await expect(page).toHaveURL(host.url + LESSON)
  await page.goto('about:blank')
  await host.close()
})

if (nginxPath !== undefined)
  test('nginx sends the types, the compression and the lifetimes of its recipe', async () => {
    const host = await startNginx(nginxPath)
    const headersOf = async (path: string) => {
      const response = await fetch(host.url + path, { headers: { 'Accept-Encoding': 'gzip' } })
      await response.arrayBuffer()
      const { status, headers } = response
      const [type, coding, lifetime] = ['Content-Type', 'Content-Encoding', 'Cache-Control'].map(
        (header) => headers.get(header),
      )
      return { status, type, coding, lifetime }
    }
    const assets = await readdir(`${dist}/assets`)
    const script = assets.find((file) => /^app-.*\.js$/.test(file)) ?? ''
    expect(await headersOf(LESSON)).toEqual({
      ...{ status: 200, type: 'text/html', coding: 'gzip', lifetime: 'no-cache' },
    })
    const forEver = 'public, max-age=31536000, immutable'
    expect(await headersOf(`assets/${script}`)).toMatchObject({ coding: 'gzip', lifetime: forEver })
    expect((await headersOf(`assets/${script}`)).type).toMatch(/^(?:text|application)\/javascript/)
    expect((await headersOf('manifest.webmanifest')).type).toBe('application/manifest+json')
    const missing = await fetch(`${host.url}en/gone.html`)
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain('data-address')
    await host.close()
  })
