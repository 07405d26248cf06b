import { describe, expect, it } from 'vitest'
import { socketUrls } from './socket-urls.ts'

const found = (source: string) =>
  socketUrls(source).map(
    ({ text, line, column, isArgument }) => `${line}:${column} ${text}${isArgument ? ' !' : ''}`,
  )

describe('socketUrls', () => {
  it('finds what is handed to the constructor, whatever it is', () => {
    expect(found("const ws = new WebSocket('echo.example')")).toEqual(['1:27 echo.example !'])
    expect(found('new  WebSocket( "wss://a.example/#top", ["v1"] )')).toEqual([
      '1:18 wss://a.example/#top !',
    ])
    expect(found('new WebSocket(`ws://a.example`)')).toEqual(['1:16 ws://a.example !'])
  })

  it('finds it in the next line too', () => {
    expect(found("new WebSocket(\n  // the server\n  'ws://a.example'\n)")).toEqual([
      '3:4 ws://a.example !',
    ])
  })

  it('finds URLs that are named before they are used', () => {
    expect(found("const url = 'wss://a.example/chat'\nnew WebSocket(url)")).toEqual([
      '1:14 wss://a.example/chat',
    ])
  })

  it('leaves alone what is no text of the program, or is put together', () => {
    expect(found("// new WebSocket('ws://a.example')")).toEqual([])
    expect(found("/* 'ws://a.example' */")).toEqual([])
    expect(found('new WebSocket(`ws://${host}/`)')).toEqual([])
    expect(found("fetch('https://a.example'); log('see ws://a.example')")).toEqual([])
    expect(found("/'ws:\\/\\/a.example'/.test(x)")).toEqual([])
  })
})
