/**
 * Chromium's own console beside ours: the same programs, bare in a page of Chromium and in the
 * sandbox of the built site. Chromium's lines are made from what its DevTools protocol says.
 */
import type { Page } from '@playwright/test'
import { CALLS, THROWN } from './console/calls.ts'
import { DIFFERENCES } from './console/differences.ts'
import { callText, thrownText, type ConsoleCall, type Thrown } from './console/devtools.ts'
import { mark, printedInOurs } from './console/printed.ts'
import { VALUES } from './console/values.ts'
import { expect, test } from './test.ts'

/** Calls on a stack are places, which differ. */
const withoutPlaces = (text: string) =>
  text
    .replace(/(?:\n\s+at [^\n]*)+/gu, '\n at …')
    .replace(/\n at …(?=[}\]]|$)/gu, '')
    // Typed arrays have their buffer's numbers behind their items: ours leave them out.
    .replace(
      /(?:, )?buffer: ArrayBuffer\(\d+\), byteLength: .*?Symbol\(Symbol\.toStringTag\): '\w+'/gu,
      '',
    )
    .trimEnd()

/** What Chromium prints for each program. */
async function inChromium(page: Page, programs: readonly string[]): Promise<string[][]> {
  const cdp = await page.context().newCDPSession(page)
  const printed: string[][] = programs.map(() => [])
  let at = -1
  const end = new Promise<void>((resolve) => {
    cdp.on('Runtime.consoleAPICalled', ({ args }) => {
      if (args[0]?.value === mark(programs.length)) resolve()
    })
  })
  cdp.on('Runtime.consoleAPICalled', (event) => {
    // The protocol's types of Playwright say the same.
    const call = event as unknown as ConsoleCall
    const value = call.args[0]?.value
    if (typeof value === 'string' && /^§\d+§$/u.test(value)) at += 1
    else {
      const text = callText(call)
      if (text !== undefined) printed[at]?.push(text)
    }
  })
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    printed[at]?.push(thrownText(exceptionDetails as unknown as Thrown))
  })
  await cdp.send('Runtime.enable')
  for (const [index, program] of programs.entries()) {
    await page.evaluate(
      ([marked, code]) =>
        new Promise<void>((resolve) => {
          console.log(marked)
          setTimeout(() => {
            const script = document.createElement('script')
            script.textContent = code
            document.head.append(script)
            setTimeout(resolve, 0)
          })
        }),
      [mark(index), `{ ${program} }`] as const,
    )
  }
  await page.evaluate((last) => console.log(last), mark(programs.length))
  await end
  await cdp.detach()
  return printed
}

interface Difference {
  readonly program: string
  readonly chromium: string
  readonly ours: string
}

const differing = (
  programs: readonly string[],
  chromium: readonly string[],
  ours: readonly string[],
): Difference[] =>
  programs
    .map((program, index) => ({
      program,
      chromium: withoutPlaces(chromium[index] ?? ''),
      ours: withoutPlaces(ours[index] ?? ''),
    }))
    .filter((found) => found.chromium !== found.ours)

const known = (found: readonly Difference[]) =>
  found.map(({ program, ours }) => ({ program, ours }))
const expected = (found: readonly Difference[]) =>
  found.map(({ program, ours }) => ({
    program,
    ours: DIFFERENCES[program]?.ours ?? `not in the table: ${ours}`,
  }))

/** Compares programs, all in one run of ours. */
async function compare(
  page: Page,
  baseURL: string | undefined,
  shown: readonly string[],
  { inOne, bare }: { readonly inOne: (index: number) => string; readonly bare: readonly string[] },
): Promise<void> {
  const bareUrl = `${baseURL ?? ''}bare.html`
  await page.route(bareUrl, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bare</title>' }),
  )
  await page.goto(bareUrl)
  const chromium = await inChromium(page, bare)
  // Run asks about these servers otherwise.
  await page.evaluate(() => {
    const play = { inPage: ['localhost:9', 'localhost', 'a'] }
    localStorage.setItem('upgrade101/endpoint', JSON.stringify({ routed: null, picks: { play } }))
  })
  await page.goto('en/play.html')
  const program = shown.map((_, index) => inOne(index)).join('\n')
  const ours = await printedInOurs(page, program, shown.length)
  const found = differing(
    shown,
    chromium.map((lines) => lines.join('\n')),
    ours,
  )
  if (process.env['CONSOLE_TABLE'] !== undefined)
    console.log(
      JSON.stringify(
        found.filter(({ program: one, ours: own }) => DIFFERENCES[one]?.ours !== own),
        null,
        1,
      ),
    )
  expect(known(found)).toEqual(expected(found))
}

for (const [group, values] of Object.entries(VALUES))
  test(`${group} are shown as Chromium shows them`, async ({ page, baseURL, guard }) => {
    if (group === 'sockets') guard.expectProblem(/WebSocket connection to|third party: ws:/)
    const programs = values.map((value) => `console.log(${value})`)
    await compare(page, baseURL, values, {
      bare: programs,
      inOne: (index) => `console.log('${mark(index)}')\n${programs[index] ?? ''}`,
    })
  })

test('console calls print what they print in Chromium', async ({ page, baseURL, guard }) => {
  guard.expectProblem(/^console error: /)
  await compare(page, baseURL, CALLS, {
    bare: CALLS,
    inOne: (index) => `console.log('${mark(index)}');\n{ ${CALLS[index] ?? ''} }`,
  })
})

test('what is thrown is told as Chromium tells it', async ({ page, baseURL, guard }) => {
  guard.expectProblem(/uncaught|Uncaught|boom|wrong|mine|gone|Expected|nope|null|undefined|text/i)
  await compare(page, baseURL, THROWN, {
    bare: THROWN,
    inOne: (index) =>
      `setTimeout(() => {\n console.log('${mark(index)}')\n ${THROWN[index] ?? ''}\n}, ${String(index * 10)})`,
  })
})
