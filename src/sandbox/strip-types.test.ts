import { expect, it } from 'vitest'
import { prepareProgram } from './prepare-program.ts'
import { stripTypes } from './strip-types.ts'

const TYPED = `interface Message {
  readonly type: string
}
enum Kind { Say = 1 }

const ws: WebSocket = new WebSocket('wss://a.example')
ws.onmessage = (event: MessageEvent<string>): void => {
  const { type } = JSON.parse(event.data) as Message
  console.log(type!, Kind.Say)
}
`

it('types go, and every statement stays on its line', () => {
  const { 'client.js': code } = stripTypes({ 'client.js': TYPED })
  const lines = code.split('\n')
  expect(lines).toHaveLength(TYPED.split('\n').length)
  expect(lines[5]).toMatch(/^const ws\s*= new WebSocket\('wss:\/\/a\.example'\)$/)
  expect(lines[8]).toContain('console.log(type, Kind.Say)')
  expect(prepareProgram({ 'client.js': TYPED })['client.js'].unparsable).toBeDefined()
  expect(prepareProgram({ 'client.js': code })['client.js'].unparsable).toBeUndefined()
})

it('server.js keeps an import that only its types name, page.html is no program', () => {
  const program = stripTypes({
    'client.js': 'let a: number',
    'server.js': "import { WebSocketServer } from 'ws'\nlet server: WebSocketServer\n",
    'page.html': '<p>a: number</p>',
  })
  expect(program['server.js']).toContain("from 'ws'")
  expect(program['page.html']).toBe('<p>a: number</p>')
})

it('elements of JSX become calls on the same lines, with types around them', () => {
  const source = `function Panel({ here }: { here: number }) {
  return (
    <b title="now">
      {here} here
    </b>
  )
}
console.log(<Panel here={1} />)`
  const { 'client.js': code } = stripTypes({ 'client.js': source })
  const lines = code.split('\n')
  expect(lines[2]).toMatch(/^\s+React\.createElement\('b', \{ title: "now",/)
  expect(lines[7]).toBe('console.log(React.createElement(Panel, { here: 1,} ))')
  expect(prepareProgram({ 'client.js': code })['client.js'].unparsable).toBeUndefined()
})

it('what is no TypeScript either is as it was', () => {
  const program = { 'client.js': 'const = 1' }
  expect(stripTypes(program)).toEqual(program)
})
