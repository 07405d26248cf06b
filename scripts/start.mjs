#!/usr/bin/env node
/**
 * `npm start`: builds what is missing or older than its sources, then serves the app and the lab
 * server from this process.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from './build-if-needed.mjs'
import { help, readStartOptions } from './start-options.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

try {
  const options = readStartOptions(process.argv.slice(2))
  if (options.help) process.stdout.write(help)
  else {
    await buildIfNeeded(root)
    await start(options)
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

/** @param {import('./start-options.mjs').StartOptions} options */
async function start({ host, port, allowedHosts, limits, open }) {
  /** @type {typeof import('../lab-server/main.ts')} */
  const { serve, defaultPort } = await import(
    new URL('../build/lab-server.mjs', import.meta.url).href
  )
  try {
    const { url } = await serve({
      siteDirectory: `${root}dist`,
      scenariosDirectory: `${root}scenarios`,
      host,
      port: port ?? defaultPort,
      portsTried: port === null ? 100 : 1,
      allowedHosts,
      limits,
    })
    if (open) openInBrowser(url)
  } catch (error) {
    throw new Error(reasonNotToListen(error, host, port), { cause: error })
  }
}

/**
 * Opens an address as the system opens links. Where it cannot, the address is on the screen anyway.
 *
 * @param {string} url
 */
function openInBrowser(url) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url]
  const opener = spawn(String(command), args, { stdio: 'ignore', detached: true })
  opener.on('error', () => console.log(`No browser could be opened here. Open ${url} yourself.`))
  opener.unref()
}

/**
 * @param {unknown} error
 * @param {string} host
 * @param {number | null} port
 */
function reasonNotToListen(error, host, port) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const where = `${host}, port ${port ?? 'any'}`
  switch (code) {
    case 'EADDRINUSE':
      return `Cannot listen on ${where}: another program does. Choose another with --port.`
    case 'EACCES':
      return `Cannot listen on ${where}: this user may not. Choose a port above 1023 with --port.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `Cannot listen on ${where}: this machine has no such address. Choose another with --host.`
    default:
      return `Cannot serve on ${where}: ${error instanceof Error ? error.message : String(error)}`
  }
}
