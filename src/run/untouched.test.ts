import { expect, it } from 'vitest'
import { smallLesson } from './testing/lesson-plan.ts'
import { isStarter } from './untouched.ts'

it('a program is the starter while no file of it differs, in any language', () => {
  expect(isStarter({ 'client.js': '// start' }, smallLesson, undefined)).toBe(true)
  expect(isStarter({ 'client.js': '// 开始' }, smallLesson, undefined)).toBe(true)
  expect(isStarter({ 'client.js': '// start!' }, smallLesson, undefined)).toBe(false)
  const page = { 'client.js': '// start', 'page.html': '<p>' }
  expect(isStarter(page, smallLesson, undefined)).toBe(false)
})

it('the server that comes with the endpoint is no change to it, one that the reader wrote is', () => {
  const program = { 'client.js': '// start', 'server.js': '// echo' }
  expect(isStarter(program, smallLesson, '// echo')).toBe(true)
  expect(isStarter(program, smallLesson, '// other')).toBe(false)
})

it('a starter with a server of its own may run elsewhere', () => {
  const lesson = { ...smallLesson, start: { 'client.js': '// start', 'server.js': '// own' } }
  expect(isStarter({ 'client.js': '// start' }, lesson, undefined)).toBe(true)
  expect(isStarter({ ...lesson.start, 'server.js': '// mine' }, lesson, '// echo')).toBe(false)
})
