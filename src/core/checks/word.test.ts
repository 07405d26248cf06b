import { describe, expect, it } from 'vitest'
import { hasWord } from './word.ts'

describe('hasWord', () => {
  it.each([
    ['0', '0'],
    ['state_0', '0'],
    ['State0', '0'],
    ['readyState=0;', '0'],
    ['[0,1]', '1'],
    ['code: 1006.', '1006'],
    ['state-1', '1'],
    ['现在是0号状态', '0'],
    ['正在重连……', '重连'],
    ['请重新连接服务器', '重新连接'],
    ['状态:CLOSING', 'CLOSING'],
    ['状态CLOSING了', 'closing'],
    ['Reconnect!', 'reconnect'],
    ['willReconnect()', 'reconnect'],
    ['did not log in', 'log in'],
    ['10 and 1', '1'],
    ['𝟙 is 1', '1'],
    ['İ: OPEN', 'open'],
  ])('%j has the word %j', (text, word) => {
    expect(hasWord(text, word)).toBe(true)
  })

  it.each([
    ['10', '0'],
    ['1006', '100'],
    ['1.0', '0'],
    ['1.0', '1'],
    ['-1', '1'],
    ['state: −1', '1'],
    ['REOPENED', 'OPEN'],
    ['reconnecting', 'reconnect'],
    ['blog in', 'log in'],
    ['été', 't'],
    ['', '0'],
    ['anything', ''],
  ])('%j has not the word %j', (text, word) => {
    expect(hasWord(text, word)).toBe(false)
  })
})
