#!/usr/bin/env node
/**
 * `npm start`: builds what is missing or older than its sources, then serves the app and the lab
 * server from this process.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { newestChange, sourcePaths } from './sources.mjs'
import { help, readStartOptions } from './start-options.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const outputs = ['dist/index.html', 'build/lab-server.mjs', 'build/began']

try {
  const options = readStartOptions(process.argv.slice(2))
  if (options.help) process.stdout.write(help)
  else {
    buildIfNeeded()
    await start(options)
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

function buildIfNeeded() {
  const reason = reasonToBuild()
  if (reason === null) return
  console.log(`${reason}: building …`)
  const { status } = spawnSync(process.execPath, [`${root}scripts/build.mjs`], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The build failed, so there is nothing to serve.')
}

function reasonToBuild() {
  const missing = outputs.find((path) => !existsSync(root + path))
  // An installed package has no sources, only what was built from them.
  if (!existsSync(`${root}src`)) {
    if (missing === undefined) return null
    throw new Error(`This package is not whole: ${missing} is missing. Install it again.`)
  }
  if (missing !== undefined) return 'Nothing is built yet'
  const began = Number(readFileSync(`${root}build/began`, 'utf8'))
  return newestChange(root, sourcePaths) > began ? 'Sources are newer than dist/' : null
}

/** @param {import('./start-options.mjs').StartOptions} options */
async function start({ host, port, allowedHosts, limits }) {
  /** @type {typeof import('../lab-server/main.ts')} */
  const { serve, defaultPort } = await import(
    new URL('../build/lab-server.mjs', import.meta.url).href
  )
  try {
    await serve({
      siteDirectory: `${root}dist`,
      scenariosDirectory: `${root}scenarios`,
      host,
      port: port ?? defaultPort,
      portsTried: port === null ? 100 : 1,
      allowedHosts,
      limits,
    })
  } catch (error) {
    throw new Error(reasonNotToListen(error, host, port), { cause: error })
  }
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
