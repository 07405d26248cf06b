#!/usr/bin/env node
/**
 * Copies the project, as it is checked in, into a new folder, and fills its course up to a number of
 * lessons with copies of those it has: what a large course costs can be measured there.
 *
 *     node scripts/measure/many-lessons.mjs 28 ../large && cd ../large && npm ci && npm test
 *
 * A third argument names another checkout to copy.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('../..', import.meta.url))
const [count, to, from = here] = process.argv.slice(2)
if (!Number.isInteger(Number(count)) || to === undefined) {
  console.error('Usage: node scripts/measure/many-lessons.mjs <number of lessons> <new folder>')
  process.exit(1)
}
if (existsSync(to)) {
  console.error(`${to} is there already.`)
  process.exit(1)
}
execFileSync('git', ['clone', '--quiet', '--no-hardlinks', from, to], { stdio: 'inherit' })

const list = `${to}/lessons/course.yaml`
const lines = readFileSync(list, 'utf8').split('\n')
const listed = /^ +- (?!id:)([a-z0-9-]+)$/
const slugs = lines
  .flatMap((line) => listed.exec(line)?.[1] ?? [])
  .filter((name) => existsSync(`${to}/lessons/${name}`))
for (let number = slugs.length; number < Number(count); number += 1) {
  const slug = slugs[number % slugs.length]
  const copy = `${slug}-${Math.floor(number / slugs.length) + 1}`
  cpSync(`${to}/lessons/${slug}`, `${to}/lessons/${copy}`, { recursive: true })
  const line = lines.find((one) => listed.exec(one)?.[1] === slug) ?? ''
  lines.splice(lines.indexOf(line) + 1, 0, line.replace(/[a-z0-9-]+$/, copy))
}
writeFileSync(list, lines.join('\n'))
console.log(`${to} has ${count} lessons.`)
