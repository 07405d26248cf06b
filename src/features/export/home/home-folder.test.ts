import { describe, expect, test } from 'vitest'
import manifest from '../../../../package.json' with { type: 'json' }
import { homeFolder, WS_VERSION, type HomeProgram } from './home-folder.ts'

const server = `import { WebSocketServer } from 'ws'\nnew WebSocketServer({ port: 8080 })\n`

function folderOf(program: Partial<HomeProgram['program']> = {}, more: Partial<HomeProgram> = {}) {
  return homeFolder({
    program: {
      'client.js': `new WebSocket('ws://localhost:8080')\n`,
      'server.js': server,
      ...program,
    },
    name: 'chat',
    title: 'A $& chat',
    locale: 'en',
    ...more,
  })
}

const packageOf = (source: string): unknown =>
  JSON.parse(folderOf({ 'server.js': source })['package.json'] ?? '')

test('it has the program as it is, with what starts it', () => {
  const folder = folderOf()
  expect(Object.keys(folder).sort()).toEqual(
    ['README.md', 'client.js', 'package.json', 'page.html', 'server.js', 'start.mjs'].sort(),
  )
  expect(folder['server.js']).toBe(server)
  expect(folder['README.md']).toMatch(/^# A \$& chat\n/)
  expect(folderOf({}, { locale: 'zh-CN' })['README.md']).toContain('npm start')
  expect(folder['page.html']).toContain('<title>A $& chat</title>')
})

test('it runs with the ws of the course', () => {
  expect(manifest.dependencies.ws).toBe(WS_VERSION)
  expect(packageOf(server)).toMatchObject({ dependencies: { ws: `^${WS_VERSION}` } })
})

test('other packages that the server names are dependencies, and what Node has is none', () => {
  const source = `
const express = require('express')
const fs = require('fs')
import http from 'node:http'
import { createClient } from "@redis/client/dist"
import own from './own.js'
`
  expect(packageOf(source)).toMatchObject({
    dependencies: { ws: `^${WS_VERSION}`, express: '*', '@redis/client': '*' },
  })
  expect(Object.keys(Object(Reflect.get(Object(packageOf(source)), 'dependencies')))).toHaveLength(
    3,
  )
})

test('a page that was pasted into client.js is the page', () => {
  const folder = folderOf({ 'client.js': '<!doctype html><p>Hi</p>' })
  expect(folder['page.html']).toMatch(/^<!doctype html><p>Hi<\/p>/)
  expect(folder['client.js']).toBe('// All of it is in page.html.\n')
})

test('a page of the program is left as it is, whatever it says', () => {
  const page = '<p>{title}</p>\n<script src="client.js"></script>\n'
  expect(folderOf({ 'page.html': page })['page.html']).toBe(page)
})

describe('the page has the client', () => {
  test.each([
    ['<ul></ul>\n', '<ul></ul>\n<script src="client.js"></script>\n'],
    ['<body><p>Hi</p></body>', '<body><p>Hi</p><script src="client.js"></script>\n</body>'],
    ['<script src=./client.js></script><p>Hi', '<script src="client.js"></script><p>Hi'],
    ['<script defer src="client.js"> </script>', '<script src="client.js"></script>'],
  ])('%s', (page, expected) => {
    expect(folderOf({ 'page.html': page })['page.html']).toBe(expected)
  })

  test.each([
    ['const data = await fetch(url)', true],
    ["import { ref } from 'vue'", true],
    ['for await (const event of events) show(event)', true],
    ['show(await next())', true],
    ['async function f() {\n  const a = await b\n}', false],
    ['// await nothing\nvar ws = new WebSocket(url)', false],
  ])('%s is a module: %s', (client, isModule) => {
    const page = folderOf({ 'client.js': client, 'page.html': '<p>' })['page.html'] ?? ''
    expect(page.includes('type="module"')).toBe(isModule)
  })
})
