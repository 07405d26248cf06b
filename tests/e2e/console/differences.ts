/** Where our console shows something else than Chromium's protocol says, or than Node prints, and why. */
interface Difference {
  readonly ours: string
  readonly why: string
}

const WHY = {
  strict: "A prepared program's functions are strict, and have neither `arguments` nor `caller`.",
  octets: 'The course is about octets: in DevTools they are one click away.',
  promise: 'A script cannot read whether a promise is settled, nor what with.',
  hidden: 'A script cannot read it without taking it away: an iterator gives each entry once.',
  cause: 'DevTools shows the cause below the error too; its protocol leaves it to the front end.',
  browserLine:
    "The browser's own line stands between the others; in the protocol it is in another domain.",
  markup: "DevTools shows a node's markup too; its protocol only names the node.",
  eventTarget: "The class is the browser's, which does not say how Node prints it.",
  stack: 'Calls of the sandbox are not on the stack, so the two have none in common.',
  domException: "The browser's has no stack of its own, and Node puts what has none in brackets.",
} as const

export const DIFFERENCES: Readonly<Record<string, Difference>> = {
  'new Proxy(function f() {}, {})': {
    ours: "Proxy(Function) {length: 0, name: 'f', prototype: {…}}",
    why: WHY.strict,
  },
  'new ArrayBuffer(8)': { ours: 'ArrayBuffer(8) [00 00 00 00 00 00 00 00]', why: WHY.octets },
  'new DataView(new ArrayBuffer(4))': { ours: 'DataView(4) [00 00 00 00]', why: WHY.octets },
  'new DataView(new ArrayBuffer(8), 2, 4)': { ours: 'DataView(4) [00 00 00 00]', why: WHY.octets },
  'Promise.resolve(1)': { ours: 'Promise {<…>}', why: WHY.promise },
  'new Promise(() => {})': { ours: 'Promise {<…>}', why: WHY.promise },
  "(() => { const p = Promise.reject(new Error('no')); p.catch(() => {}); return p })()": {
    ours: 'Promise {<…>}',
    why: WHY.promise,
  },
  'Promise.all([])': { ours: 'Promise {<…>}', why: WHY.promise },
  "(async () => 'x')()": { ours: 'Promise {<…>}', why: WHY.promise },
  '(function* () {})()': { ours: 'Generator {}', why: WHY.hidden },
  'new Map([[1, 2]]).entries()': { ours: 'MapIterator {}', why: WHY.hidden },
  'new Set([1]).values()': { ours: 'SetIterator {}', why: WHY.hidden },
  "new Error('outer', { cause: new Error('inner') })": {
    ours: 'Error: outer\n at …\nCaused by: Error: inner',
    why: WHY.cause,
  },
  "throw new Error('boom', { cause: new Error('in') })": {
    ours: 'Uncaught Error: boom\n at …\nCaused by: Error: in',
    why: WHY.cause,
  },
  "(() => { const s = new WebSocket('ws://localhost:9/'); s.close(); return s })()": {
    ours: "WebSocket connection to 'ws://localhost:9/' failed: WebSocket is closed before the connection is established.\nWebSocket {url: 'ws://localhost:9/', readyState: 2, bufferedAmount: 0, onopen: null, onerror: null, …}",
    why: WHY.browserLine,
  },
  "document.createElement('div')": { ours: '<div></div>', why: WHY.markup },
  "Object.assign(document.createElement('div'), { id: 'x', className: 'a b' })": {
    ours: '<div id="x" class="a b"></div>',
    why: WHY.markup,
  },
  "Object.assign(document.createElement('p'), { textContent: 'hello' })": {
    ours: '<p>hello</p>',
    why: WHY.markup,
  },
  "Object.assign(document.createElement('ul'), { innerHTML: '<li>1</li><li>2</li>' })": {
    ours: '<ul>…</ul>',
    why: WHY.markup,
  },
  "document.createElement('input')": { ours: '<input>', why: WHY.markup },
  "document.createTextNode('text')": { ours: '"text"', why: WHY.markup },
  "document.createComment('note')": { ours: '<!--note-->', why: WHY.markup },
}

export const NODE_DIFFERENCES: Readonly<Record<string, Difference>> = {
  'console.log(({ p: Promise.resolve(1) }))': {
    ours: '{ p: Promise { <pending> } }',
    why: WHY.promise,
  },
  'console.log(new (class F extends EventTarget {})())': {
    ours: 'F [EventTarget] {}',
    why: WHY.eventTarget,
  },
  'console.log(new Map([[1, 2]]).entries())': { ours: '[Map Iterator] { }', why: WHY.hidden },
  'console.log(new Set([1]).values())': { ours: '[Set Iterator] { }', why: WHY.hidden },
  "console.log(new Error('outer', { cause: new Error('inner') }))": {
    ours: 'Error: outer {\n [cause]: Error: inner\n}',
    why: WHY.stack,
  },
  "console.log(new DOMException('gone', 'AbortError'))": {
    ours: '[DOMException [AbortError]: gone]',
    why: WHY.domException,
  },
  'console.log(Promise.resolve(1))': { ours: 'Promise { <pending> }', why: WHY.promise },
  "console.log((() => { const p = Promise.reject(new Error('no')); p.catch(() => {}); return p })())":
    { ours: 'Promise { <pending> }', why: WHY.promise },
  'console.log(Promise.all([]))': { ours: 'Promise { <pending> }', why: WHY.promise },
  "console.log((async () => 'x')())": { ours: 'Promise { <pending> }', why: WHY.promise },
}
