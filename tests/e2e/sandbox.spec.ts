import { expect, test } from './sandbox/fixtures.ts'
import { alone, eventsOf, inPage, printed } from './sandbox/runs.ts'

test('a program prints', async ({ harness }) => {
  const run = await harness.run(alone('console.log("hello", 1)'))
  expect(printed(run)).toEqual([['hello', '1']])
  const [message] = eventsOf(run, 'consoleMessage')
  expect(message?.source).toEqual({ file: 'client.js', line: 1, column: 9 })
  expect(run.ended?.reason).toBe('idle')
})

test('an uncaught error, a rejection and a syntax error have their places', async ({
  harness,
  guard,
}) => {
  guard.expectProblem(/uncaught/)
  const thrown = await harness.run(alone('let a = 1\nfor (;;) { throw new RangeError("no") }'))
  expect(eventsOf(thrown, 'uncaughtError')).toMatchObject([
    {
      kind: 'exception',
      name: 'RangeError',
      message: 'no',
      source: { file: 'client.js', line: 2, column: 18 },
    },
  ])

  const rejected = await harness.run(
    alone('async function f() {\n  await null\n  throw new Error("late")\n}\nf()'),
  )
  expect(eventsOf(rejected, 'uncaughtError')).toMatchObject([
    { kind: 'unhandledRejection', message: 'late', source: { line: 3, column: 9 } },
  ])

  const broken = await harness.run(alone('let a = 1\nlet b = = 2\nconsole.log(a)'))
  expect(eventsOf(broken, 'uncaughtError')).toMatchObject([
    { kind: 'syntaxError', name: 'SyntaxError', source: { line: 2, column: 9 } },
  ])
  expect(broken.ended?.reason).toBe('failed')
  expect(broken.unguarded).toEqual([])

  const brokenModule = await harness.run(alone('await 1\n  let b = = 2'))
  expect(eventsOf(brokenModule, 'uncaughtError')).toMatchObject([
    { kind: 'syntaxError', source: { line: 2, column: 11 } },
  ])
  expect(brokenModule.ended?.reason).toBe('failed')
})

test('what is thrown need not be an error', async ({ harness, guard }) => {
  guard.expectProblem(/uncaught/)
  const run = await harness.run(alone('throw "just text"'))
  expect(eventsOf(run, 'uncaughtError')).toMatchObject([
    { kind: 'exception', name: '', message: 'just text', source: { line: 1 } },
  ])
})

test('a SyntaxError that a program causes is not one of its text', async ({ harness, guard }) => {
  guard.expectProblem(/uncaught/)
  const run = await harness.run(alone('console.log(1)\nJSON.parse("{")'))
  expect(eventsOf(run, 'uncaughtError')).toMatchObject([{ kind: 'exception', source: { line: 2 } }])
  expect(run.ended?.reason).toBe('idle')
})

test('a classic script has globals, a module awaits at its top', async ({ harness }) => {
  const script = await harness.run(alone('var ws = 1\nconsole.log(window.ws)'))
  expect(printed(script)).toEqual([['1']])
  const module = await harness.run(
    alone(
      'const x = await Promise.resolve(2)\nconsole.log(x, this === undefined, typeof window.x)',
    ),
  )
  expect(printed(module)).toEqual([['2', 'boolean', 'undefined']])
})

test('a program can only import in server.js', async ({ harness }) => {
  const run = await harness.run(alone('console.log(1)\nimport WebSocket from "ws"'))
  const [error] = eventsOf(run, 'uncaughtError')
  expect(error?.message).toContain('cannot import "ws"')
  expect(error?.source).toEqual({ file: 'client.js', line: 2, column: 1 })
  expect(run.ended?.reason).toBe('failed')
})

test('an endless loop ends with an error on its line, and the page stays responsive', async ({
  harness,
  page,
  guard,
}) => {
  guard.expectProblem(/uncaught/)
  await page.evaluate(() => {
    const meanwhile = { turns: 0 }
    Object.assign(window, { meanwhile })
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      const types = window.harness.runs[0]?.events.map(({ type }) => type) ?? []
      if (types.includes('consoleMessage') && !types.includes('uncaughtError')) meanwhile.turns += 1
      port2.postMessage(null)
    }
    port2.postMessage(null)
  })
  const run = await harness.run(alone('console.log("before")\n\nwhile (true) {\n  Math.sqrt(2)\n}'))
  expect(printed(run)).toEqual([['before']])
  expect(eventsOf(run, 'uncaughtError')).toMatchObject([
    { kind: 'endlessLoop', source: { file: 'client.js', line: 3, column: 1 } },
  ])
  const turns = await page.evaluate(
    () => (window as unknown as { meanwhile: { turns: number } }).meanwhile.turns,
  )
  // If the loop ran in the page's thread, its event loop would not turn before the error.
  expect(turns).toBeGreaterThan(20)
})

test('loops that never return by other ways are ended too', async ({ harness, guard }) => {
  guard.expectProblem(/uncaught/)
  const programs = {
    'through promises': 'async function f() {\n  for (;;) await 0\n}\nf()',
    'through microtasks': 'function f() {\n  queueMicrotask(f)\n}\nf()',
    'past a catch':
      'function f() {\n  for (;;) {\n    try { g() } catch {}\n  }\n}\nfunction g() {}\nf()',
  }
  for (const [name, program] of Object.entries(programs)) {
    const run = await harness.run(alone(program))
    expect(eventsOf(run, 'uncaughtError')[0]?.kind, name).toBe('endlessLoop')
  }
})

test('what blocks without a guard is noticed, and stopped', async ({ harness, page }) => {
  const program =
    'console.log("before");\n/^(a+)+$/.test("a".repeat(60) + "b")\nconsole.log("after")'
  const index = await harness.start(alone(program))
  await page.waitForFunction((at) => window.harness.runs[at]?.unresponsive[0] === true, index)
  expect(printed(await harness.look(index))).toEqual([['before']])
  await harness.stop(index)
  const next = await harness.run(alone('console.log("next")'))
  expect(printed(next)).toEqual([['next']])
})

test('Stop ends everything at once', async ({ harness, page }) => {
  const index = await harness.start(alone('setInterval(() => console.log("tick"), 1)'))
  await harness.seen(index, 'consoleMessage')
  await harness.stop(index)
  const { events } = await harness.look(index)
  await expect(page.locator('iframe')).toHaveCount(1)
  const next = await harness.run(
    alone(`let ticks = 0
const id = setInterval(() => ++ticks === 50 && clearInterval(id), 1)`),
  )
  expect(eventsOf(next, 'timerFired')).toHaveLength(50)
  expect((await harness.look(index)).events).toHaveLength(events.length)
})

test('a program that leaves its page is stopped, and goes nowhere', async ({ harness, guard }) => {
  const reloaded = await harness.start(alone('location.reload()'))
  await expect.poll(async () => (await harness.look(reloaded)).failed?.kind).toBe('navigated')

  guard.expectProblem(/console error: .*frame-src 'self'/)
  const left = await harness.start(alone('location = "https://stranger.example/?secret"'))
  await expect.poll(async () => (await harness.look(left)).failed?.kind).toBe('navigated')
})

test('a program has nothing of the site', async ({ harness, page }) => {
  await page.evaluate(() => {
    localStorage.setItem('of the site', 'secret')
    document.cookie = 'site=secret'
  })
  const run = await harness.run(
    alone(`try { parent.document; console.log('reached') } catch (error) { console.log(error.name) }
console.log(localStorage.length, localStorage.getItem('of the site'), document.cookie)
localStorage.setItem('of the program', 'kept')
document.cookie = 'program=kept'
console.log(localStorage.length, document.cookie)
console.log(origin, typeof upgrade101_begin, typeof natives)`),
  )
  expect(printed(run)).toEqual([
    ['SecurityError'],
    ['0', 'null', ''],
    ['1', 'program=kept'],
    ['null', 'undefined', 'undefined'],
  ])
  expect(
    await page.evaluate(() => [localStorage.getItem('of the program'), document.cookie]),
    'and the site has nothing of the program',
  ).toEqual([null, 'site=secret'])
})

test('the page of a program is a document of its own', async ({ harness, page }) => {
  const index = await harness.start(
    alone(
      `addEventListener('load', () => console.log('loaded', document.title))
const form = document.querySelector('form')
form.addEventListener('submit', (event) => { event.preventDefault(); console.log('submitted', form.text.value) })
document.querySelector('#go').onclick = () => console.log('clicked')`,
      {
        program: {
          'client.js': `addEventListener('load', () => console.log('loaded', document.title))
const form = document.querySelector('form')
form.addEventListener('submit', (event) => {
  event.preventDefault()
  console.log('submitted', form.text.value)
})
document.querySelector('#go').onclick = () => console.log('clicked')`,
          'page.html': `<!doctype html><title>Chat</title><style>form { color: red }</style>
<form><input name="text"><button id="send">Send</button></form><button id="go">Go</button>
<label for="loud">Loud</label><input type="checkbox" id="loud">
<script>document.body.dataset.ran = 'yes'</script><script src="client.js"></script>`,
        },
        inputs: [{ time: 20, kind: 'type', target: 'input', value: 'typed' }],
      },
    ),
  )
  await harness.seen(index, 'userInput')
  const frame = page.frameLocator('iframe').first()
  await frame.locator('#send').click()
  await frame.locator('#go').click()
  // The browser clicks the box as well: to do it again, one of the two is enough.
  await frame.locator('label').click()
  await expect(frame.locator('body')).toHaveAttribute('data-ran', 'yes')
  await expect
    .poll(async () => printed(await harness.look(index)))
    .toEqual([['loaded', 'Chat'], ['submitted', 'typed'], ['clicked']])
  const inputs = eventsOf(await harness.look(index), 'userInput')
  expect(inputs.map(({ kind, target }) => [kind, target])).toEqual([
    ['type', 'input'],
    ['click', '#send'],
    ['click', '#go'],
    ['click', '#loud'],
  ])
})

test('dialogs become entries in the console and take their answers from the input', async ({
  harness,
}) => {
  const run = await harness.run(
    alone('alert("hi")\nconsole.log(confirm("sure?"), prompt("name?"), prompt("again?"))', {
      inputs: [{ time: 0, kind: 'answer', target: 'prompt', value: 'Ada' }],
    }),
  )
  expect(eventsOf(run, 'consoleMessage').map(({ dialog }) => dialog)).toEqual([
    'alert',
    'confirm',
    'prompt',
    'prompt',
    undefined,
  ])
  expect(printed(run).at(-1)).toEqual(['boolean', 'Ada', 'null'])
})

test('what a program puts onto its page is in the trace, once, with what was made of its text', async ({
  harness,
}) => {
  const run = await harness.run({
    ...inPage(''),
    program: {
      'client.js': `const list = document.querySelector('ul')
const add = (how) => {
  const item = document.createElement('li')
  list.append(item)
  item[how] = '<b>Ada</b>'
}
setTimeout(add, 10, 'textContent')
setTimeout(add, 20, 'innerHTML')
setTimeout(() => {
  list.append(' ', document.createComment('a place'), 'gone')
  list.lastChild.remove()
}, 30)`,
      'page.html': '<p>not told: it was there before the program</p><ul></ul>',
    },
    // An input, so that the run ends by itself.
    inputs: [{ time: 5, kind: 'click', target: 'ul' }],
  })
  const told = eventsOf(run, 'childNodeInserted')
  expect(told.map(({ time, node, text, markup }) => [time, node, text, markup])).toEqual([
    [10, 'li', '<b>Ada</b>', '<li>&lt;b&gt;Ada&lt;/b&gt;</li>'],
    [20, 'li', 'Ada', '<li><b>Ada</b></li>'],
  ])
  expect(told[0]?.parent).toMatch(/ul:nth-child\(2\)$/)
})

test('what a live region gets is told as announced, and what comes together with one is not', async ({
  harness,
}) => {
  const run = await harness.run({
    ...inPage(''),
    program: {
      'client.js': `const put = (selector, node) => document.querySelector(selector).append(node)
const say = (selector, text) => {
  const item = document.createElement('p')
  item.textContent = text
  put(selector, item)
}
setTimeout(() => {
  say('#plain', 'plain')
  say('#log', 'log')
  say('#log div', 'within')
  put('#status', 'a text')
  say('output', 'output')
  say('#off', 'off within log')
  say('#alert', 'assertive')
  say('#nonsense', 'unknown value')
  say('#hidden', 'hidden')
  say('#removals', 'not relevant')
  put('body', Object.assign(document.createElement('p'), { ariaLive: 'polite', textContent: 'both new' }))
  put('body', Object.assign(document.createElement('p'), { role: 'alert', textContent: 'a new alert' }))
}, 10)`,
      'page.html': `<div id="plain"></div>
<div id="log" role="log"><div></div><div id="off" aria-live="off"></div></div>
<p id="status" role="Status"></p>
<output></output>
<div id="alert" role="alert"></div>
<div id="nonsense" role="log" aria-live="loud"></div>
<div aria-live="polite" hidden><div id="hidden"></div></div>
<div id="removals" aria-live="polite" aria-relevant="removals"></div>`,
    },
    inputs: [{ time: 5, kind: 'click', target: 'body' }],
  })
  expect(eventsOf(run, 'childNodeInserted').map(({ text, live }) => [text, live])).toEqual([
    ['plain', undefined],
    ['log', 'polite'],
    ['within', 'polite'],
    ['a text', 'polite'],
    ['output', 'polite'],
    ['off within log', undefined],
    ['assertive', 'assertive'],
    ['unknown value', 'polite'],
    ['hidden', undefined],
    ['not relevant', undefined],
    ['both new', undefined],
    ['a new alert', 'assertive'],
  ])
})
