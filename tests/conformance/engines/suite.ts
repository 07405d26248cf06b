/**
 * A run is the same wherever it runs: programs of the course on the network of `dist/`, in Chromium
 * and in Node, which has no page. Each gives the same trace there, byte for byte.
 */
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumLaunchOptions } from '../../../scripts/browser.mjs'
import type { WorldOptions } from '../../../src/in-page-network/world.ts'
import { programInWorld } from '../../../src/run/order.ts'
import { createStaticServer, type StaticServer } from '../../e2e/static-server.ts'
import { readTrials } from '../../lessons/read-trials.ts'

const RUNS = 200
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What only a page has, or only the sandbox. */
const OF_A_PAGE =
  /\b(?:import|document|window|self|location|navigator|localStorage|sessionStorage|globalThis|Worker|alert|prompt|confirm|addEventListener\('(?:error|unhandledrejection|online|offline|pagehide))\b/u

type Options = Omit<WorldOptions, 'servers' | 'program'> & {
  readonly servers: Readonly<Record<string, string>>
  readonly program: string
}

/** Worlds of the course's programs, from all over the course. */
async function worlds(): Promise<readonly { readonly name: string; readonly options: Options }[]> {
  const all = (await readTrials(root)).flatMap(({ lesson: { plan, servers }, trials }) =>
    trials.flatMap((trial) => {
      const [world] = plan.worlds
      const {
        'client.js': client,
        'server.js': server,
        ...others
      } = programInWorld(trial.files, world, servers)
      const isPlain = Object.keys(others).length === 0 && world.servers === undefined
      if (!isPlain || server === undefined || OF_A_PAGE.test(client)) return []
      const { seed, conditions, interventions, until } = world
      const options: Options = {
        ...{ seed, conditions, interventions, until: until ?? 60_000 },
        routed: true,
        baseUrl: 'http://course.example/',
        servers: { 'server.example:80': server },
        program: client,
      }
      return [{ name: `${plan.slug}/${trial.name}`, options }]
    }),
  )
  const every = all.length / RUNS
  return Array.from({ length: RUNS }, (_, index) => all[Math.floor(index * every)]).filter(
    (one) => one !== undefined,
  )
}

let site: StaticServer
let browser: Browser

beforeAll(async () => {
  site = await createStaticServer(`${root}dist`, '/')
  browser = await chromium.launch(chromiumLaunchOptions())
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function inNode(list: readonly Options[]): Promise<readonly string[]> {
  const script = fileURLToPath(new URL('run-in-node.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, `${root}dist/network.js`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(list))
  const lines = (await text(child.stdout)).trimEnd().split('\n')
  // Each line is a text as JSON.
  return lines.map((line) => JSON.parse(line) as string)
}

async function inChromium(list: readonly Options[]): Promise<readonly string[]> {
  const page = await browser.newPage()
  await page.goto(`${site.url}favicon.svg`)
  return page.evaluate(
    async ([url, all]) => {
      const { world, traceToJson }: typeof import('../../../src/in-page-network/index.ts') =
        await import(url)
      const traces: string[] = []
      for (const options of all)
        traces.push(
          await world(options).then(
            (trace) => traceToJson(trace),
            (error: unknown) => String(error),
          ),
        )
      return traces
    },
    [`${site.url}network.js`, list] as const,
  )
}

/** Without what names the browser. */
const comparable = (trace: string) => trace.replace(/"browser":"[^"]*"/u, '"browser":""')

test(`${RUNS} programs of the course give the same trace in Chromium and in Node, byte for byte`, async () => {
  const list = await worlds()
  expect(list).toHaveLength(RUNS)
  const options = list.map((one) => one.options)
  const [chromiums, nodes] = await Promise.all([inChromium(options), inNode(options)])
  expect(nodes).toHaveLength(RUNS)
  const different = list.flatMap(({ name }, index) => {
    const [one = [], other = []] = [chromiums[index], nodes[index]].map((trace = '') =>
      comparable(trace).split('\n'),
    )
    const at = one.findIndex((line, number) => line !== other[number])
    return at === -1 && one.length === other.length ? [] : [[name, at, one[at], other[at]]]
  })
  expect(different).toEqual([])
  // Runs in which something happened.
  const events = chromiums.map((trace) => trace.split('\n').length)
  expect(events.filter((count) => count > 10).length).toBeGreaterThan(RUNS * 0.9)
})
