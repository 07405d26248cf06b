/** Node's own console beside that of the in-page server: the same programs on the real Node. */
import { execFileSync } from 'node:child_process'
import { NODE_DIFFERENCES } from './console/differences.ts'
import { NODE_CALLS } from './console/node-calls.ts'
import { VALUES } from './console/values.ts'
import { mark, printedInOurs } from './console/printed.ts'
import { expect, test } from './test.ts'
import { WorkScreen } from './work-screen.ts'

/** Groups whose values Node has too, and prints by what they are rather than how it made them. */
const GROUPS = ['primitives', 'objects', 'classes', 'functions', 'arrays', 'collections', 'bytes']
const MORE = ['boxed', 'promises', 'errors']

/** Places differ, and the widths of a table's cells: Node 20 centres what later ones do not. */
const withoutPlaces = (text: string) =>
  text
    .replace(/\n\s+at [^\n]*?(?=\s*(?:\n|$| \{))/gu, '')
    .replace(/\n\s+\.{3} \d+ lines matching cause stack trace \.{3}/gu, '')
    .replace(/[ \t]+/gu, ' ')
    .replace(/─+/gu, '─')
    .trimEnd()

const programOf = (calls: readonly string[]) =>
  calls.map((call, index) => `console.log('${mark(index)}');\n{ ${call} }`).join('\n')

function onNode(calls: readonly string[]): string[] {
  const program = programOf(calls)
  const text = execFileSync(process.execPath, ['--input-type=module', '-'], {
    // What goes to the standard error stands among the rest.
    input: `process.stderr.write = (text) => process.stdout.write(text);\n${program}`,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  return calls.map((_, index) => {
    const from = text.indexOf(mark(index)) + mark(index).length + 1
    const to = text.indexOf(mark(index + 1))
    return withoutPlaces(text.slice(from, to === -1 ? undefined : to))
  })
}

const suites: Readonly<Record<string, readonly string[]>> = {
  calls: NODE_CALLS,
  ...Object.fromEntries(
    [...GROUPS, ...MORE].map((group) => [
      group,
      (VALUES[group] ?? [])
        .filter((value) => !/WebSocket|globalThis|new AbortController/u.test(value))
        .map((value) => `console.log(${value})`),
    ]),
  ),
}

for (const [name, calls] of Object.entries(suites))
  test(`a server's ${name} are printed as Node prints them`, async ({ page }) => {
    const node = onNode(calls)
    await page.goto('en/play.html')
    await new WorkScreen(page).write('void 0')
    const printed = await printedInOurs(page, programOf(calls), calls.length, 'server.js')
    const ours = printed.map((text) => withoutPlaces(text.replace(/^\[server\] /gmu, '')))
    const found = calls
      .map((program, index) => ({ program, node: node[index] ?? '', ours: ours[index] ?? '' }))
      .filter((difference) => difference.node !== difference.ours)
    if (process.env['CONSOLE_TABLE'] !== undefined)
      console.log(
        JSON.stringify(
          found
            .map((one) => ({ ...one, chromium: one.node }))
            .filter(({ program, ours: own }) => NODE_DIFFERENCES[program]?.ours !== own),
          null,
          1,
        ),
      )
    expect(found.map(({ program, ours: own }) => ({ program, own }))).toEqual(
      found.map(({ program, ours: own }) => ({
        program,
        own: NODE_DIFFERENCES[program]?.ours ?? `not in the table: ${own}`,
      })),
    )
  })
