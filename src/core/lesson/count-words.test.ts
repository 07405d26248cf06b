import { expect, it } from 'vitest'
import { countWords } from './count-words.ts'

it.each([
  ['', 0],
  ['One two  three.', 3],
  ['a dash – is no word', 5],
  ["It doesn't wait: `ws.send('Hello')` is one word.", 7],
  ['1005, because nobody gave a code', 6],
  ['42 汉字 are 126 bytes', 5],
])('counts English words: %j', (text, count) => {
  expect(countWords(text, 'en')).toBe(count)
})

it.each([
  ['', 0],
  ['握手成功。', 4],
  ['收到什么，就原样发回什么', 11],
  ['socket 会一直显示 OPEN，直到', 9],
  ["ws.send('Hello') 会抛出异常", 6],
  ['42 个汉字', 4],
])('counts Chinese characters, and other words as one: %j', (text, count) => {
  expect(countWords(text, 'zh-CN')).toBe(count)
})
