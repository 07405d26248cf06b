import { describe, expect, it } from 'vitest'
import { wordsOf } from './words.ts'

const text = (of: string) => wordsOf(of, 'text').map(({ word }) => word)
const query = (of: string) => wordsOf(of, 'query').map(({ word }) => word)

describe('English', () => {
  it('has stems in small letters, and no words that say nothing', () => {
    expect(text('Why is my code 1006?')).toEqual(['cod', '1006'])
    expect(query('How do I set headers')).toEqual(['set', 'header'])
  })

  it.each([
    ['Sec-WebSocket-Key', ['sec', 'websocket', 'key', 'secwebsocketkey']],
    ['socket.io', ['socket', 'io', 'socketio']],
    ['bufferedAmount', ['buffer', 'amount', 'bufferedamount']],
    ['proxy_read_timeout', ['proxi', 'read', 'timeout', 'proxyreadtimeout']],
    ['WebSocket', ['websocket']],
    ['DevTools', ['dev', 'tool', 'devtools']],
    ['ERR_CONNECTION_REFUSED', ['err', 'connect', 'refus', 'errconnectionrefused']],
  ])('%s is found by its parts and as a whole', (name, words) => {
    expect(text(name)).toEqual(words)
    expect(query(name)).toEqual(words)
  })

  it('takes “don’t” for two words of one, and no name', () => {
    expect(text('Don’t wait')).toEqual(['wait'])
  })
})

describe('Chinese', () => {
  it('has every two characters, and the last one alone in a text', () => {
    expect(text('断线重连')).toEqual(['断线', '线重', '重连', '连'])
    expect(query('断线重连')).toEqual(['断线', '线重', '重连'])
    expect(query('帧')).toEqual(['帧'])
  })

  it('is cut at words that say nothing', () => {
    expect(query('为什么总是断开')).toEqual(['断开'])
    expect(query('怎么带请求头')).toEqual(['带请', '请求', '求头'])
  })

  it('stands beside English and numbers', () => {
    expect(query('关闭码1006和WebSocket怎么办')).toEqual(['关闭', '闭码', '1006', 'websocket'])
  })
})

it('says where each word is', () => {
  const of = 'A 心跳 keeps readyState'
  expect(wordsOf(of, 'text').map(({ from, to }) => of.slice(from, to))).toEqual([
    '心跳',
    '跳',
    'keeps',
    'ready',
    'State',
    'readyState',
  ])
})
