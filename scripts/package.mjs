#!/usr/bin/env node
/**
 * `npm run package`: the site as a zip file in `build/`, for whoever hosts it. With `--single`, one
 * HTML file that runs from a disk.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from './build-if-needed.mjs'
import { siteArchive } from './package/site-archive.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'))

try {
  const { values } = parseArgs({ options: { single: { type: 'boolean', default: false } } })
  await buildIfNeeded(root)
  await (values.single ? packSingle() : packSite())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function packSite() {
  const files = await filesOf(`${root}dist`)
  const page = new TextDecoder().decode(files['en/index.html'])
  const [, build = ''] = /data-build="(\w+)"/.exec(page) ?? []
  const readme = await readFile(new URL('package/readme.txt', import.meta.url), 'utf8')
  const words = readme.replace('{version}', version).replace('{build}', build)
  await write('zip', siteArchive({ ...files, 'README.txt': new TextEncoder().encode(words) }))
}

async function packSingle() {
  const { singleFile } = await import('./package/single-file.mjs')
  await write('html', new TextEncoder().encode(await singleFile(root)))
}

/**
 * @param {'zip' | 'html'} extension
 * @param {Uint8Array} content
 */
async function write(extension, content) {
  const name = `build/upgrade-101-${version}.${extension}`
  await mkdir(`${root}build`, { recursive: true })
  await writeFile(root + name, content)
  console.log(`${name}: ${(content.length / 1e6).toFixed(1)} MB`)
}

/**
 * @param {string} directory
 * @returns {Promise<Record<string, Uint8Array>>} by path, with `/`
 */
async function filesOf(directory) {
  /** @type {Record<string, Uint8Array>} */
  const files = {}
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    files[path.relative(directory, file).split(path.sep).join('/')] = await readFile(file)
  }
  return files
}
