import { expect, test } from 'vitest'

import { mayBeActedOn } from './acted-on.ts'

const client = "const ws = new WebSocket('ws://localhost:8080')"

test('nobody acts on a program without a page', () => {
  expect(mayBeActedOn({ 'client.js': 'onclick = () => {}' })).toBe(false)
})

test.each(['<canvas width="400"></canvas>', '<title>A picture</title><ul></ul>'])(
  'nobody acts on a page that only shows: %s',
  (page) => expect(mayBeActedOn({ 'client.js': client, 'page.html': page })).toBe(false),
)

test.each(['<button>Send</button>', '<INPUT type="file">', '<p contenteditable></p>'])(
  'a user may act on a control: %s',
  (page) => expect(mayBeActedOn({ 'client.js': client, 'page.html': page })).toBe(true),
)

test.each([
  'canvas.onclick = paint',
  "canvas.addEventListener('pointerdown', paint)",
  "list.innerHTML = '<button>More</button>'",
  "canvas.addEventListener('drop', open)",
  'document.oncut = keep',
])('a user may act on what the program waits for or makes: %s', (code) => {
  expect(mayBeActedOn({ 'client.js': code, 'page.html': '<canvas></canvas>' })).toBe(true)
})

test('a user may act on what a script of the page waits for', () => {
  const page = '<canvas></canvas><script>addEventListener("keydown", draw)</script>'
  expect(mayBeActedOn({ 'client.js': client, 'page.html': page })).toBe(true)
})

test.each(["const drop = { kind: 'cut' }", "test('cut in mid-message', () => {})"])(
  'a word that means something else is nothing that a user does: %s',
  (code) => expect(mayBeActedOn({ 'client.js': code, 'page.html': '<p></p>' })).toBe(false),
)
