import { expect, it } from 'vitest'
import { withoutScript, withScript } from './source-frames.ts'

it.each([
  ['<p>text', ''],
  ['<!DOCTYPE html>\n<p>text', '<!DOCTYPE html>'],
  [' <!-- note -->\n<!doctype html><p>', ' <!-- note -->\n<!doctype html>'],
])('puts a script before all of %j but its doctype, and takes it out again', (html, prologue) => {
  const text = withScript(html, 'begin()')
  expect(text.startsWith(`${prologue}<script`)).toBe(true)
  expect(text.split('\n')).toHaveLength(html.split('\n').length)
  expect(withoutScript(text)).toBe(html)
})

it('leaves what has no script of ours', () => {
  expect(withoutScript('<script>a</script>')).toBe('<script>a</script>')
})
