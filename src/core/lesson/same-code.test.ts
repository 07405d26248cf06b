import { expect, it } from 'vitest'
import { differenceInCode } from './same-code.ts'

const script = (one: string, other: string) => differenceInCode('client.js', one, other)
const page = (one: string, other: string) => differenceInCode('page.html', one, other)

it('comments and spaces may differ', () => {
  expect(script('// Send it.\nws.send("a")', '/* 发送 */ ws.send( "a" ) // 好')).toBeNull()
  expect(page('<!-- A --><p>x</p>', '<p>x</p>\n<!-- 甲 -->')).toBeNull()
})

it.each([
  ['ws.send("a")', '// 甲\nws.send("b")', 2],
  ['a()\nb()', 'a()', 1],
  ['a()', 'a()\n\nb()', 3],
  ['const re = /a/', 'const re = /b/', 1],
])('code may not: %j, %j', (one, other, line) => {
  expect(script(one, other)).toMatchObject({
    line,
    reason: expect.stringContaining('more than') as string,
  })
})

it('a page may not either', () => {
  expect(page('<p>x</p>', '<p>x</p>\n<p>y</p>')).toMatchObject({ line: 2 })
})

it('of a configuration, only comments may differ', () => {
  const config = (one: string, other: string) => differenceInCode('nginx.conf', one, other)
  expect(config('listen 80; # HTTP', '# 端口\nlisten 80;')).toBeNull()
  expect(config('listen 80;', '# 端口\nlisten 81;')).toMatchObject({ line: 2 })
})

it('says that a file is no JavaScript', () => {
  expect(script('a()', 'a("')).toMatchObject({
    line: 1,
    reason: expect.stringContaining('is no JavaScript') as string,
  })
})
