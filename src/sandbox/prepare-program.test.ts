import { expect, it } from 'vitest'
import { originalColumn } from './insertions.ts'
import { prepareProgram } from './prepare-program.ts'
import { preparedProgram } from './prepared-program.ts'

const server = `import { WebSocketServer } from 'ws'
new WebSocketServer({ port: 8080 }).on('connection', () => import('node:zlib'))`

it('prepares client and server, with their guards numbered in one row', () => {
  const program = prepareProgram({ 'client.js': 'for (;;);', 'server.js': server })
  expect(preparedProgram(program)).toBeNull()
  expect(program['client.js'].sites).toHaveLength(1)
  expect(program['server.js']?.code).toContain('_check(1)')
  expect(program['server.js']?.server).toMatchObject({
    kind: 'source',
    source: {
      imports: [
        {
          specifier: 'ws',
          names: [{ local: 'WebSocketServer', exported: 'WebSocketServer' }],
          line: 1,
          column: 1,
        },
      ],
      declared: ['WebSocketServer'],
    },
  })
})

it('prepares a second page as a module that is given its globals', () => {
  const program = prepareProgram({
    'client.js': 'for (;;);',
    'server.js': server,
    'attacker.js': 'const tell = () => 1',
  })
  expect(preparedProgram(program)).toBeNull()
  expect(program['attacker.js']?.code).toContain('_check(2)')
  expect(program['attacker.js']?.server).toMatchObject({
    kind: 'source',
    source: { kind: 'esm', imports: [], declared: ['tell'] },
  })
})

it('leaves what acorn cannot parse as it is, and says where it stopped', () => {
  const { 'client.js': file } = prepareProgram({ 'client.js': 'var a = )' })
  expect(file).toMatchObject({ goal: 'script', code: 'var a = )', sites: [] })
  expect(file.unparsable).toMatchObject({ line: 1, column: 9 })
})

it('begins a module that acorn cannot parse with its prologue, and keeps its columns', () => {
  const { 'client.js': file } = prepareProgram({ 'client.js': 'await 1; )' })
  const column = file.code.indexOf('await') + 1
  expect(column).toBeGreaterThan(1)
  expect(originalColumn(file.insertions, 1, column)).toBe(1)
  expect(originalColumn(file.insertions, 2, column)).toBe(column)
})

it('says why a text cannot be a server program', () => {
  const program = prepareProgram({ 'client.js': '', 'server.js': 'let let = 1' })
  expect(program['server.js']?.server).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/^server\.js:1:\d+: /),
  })
})
