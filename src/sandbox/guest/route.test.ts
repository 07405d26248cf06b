import { describe, expect, it } from 'vitest'
import { routeTo } from './route.ts'

const token = '0f'.repeat(16)
const lab = { kind: 'lab', url: 'ws://localhost:8101/lab/reject' } as const
const named = (url: string) => new URL(url)

describe('routeTo', () => {
  it('uses a live endpoint’s URL whole', () => {
    const live = { kind: 'live', url: 'wss://echo.example/raw' } as const
    expect(routeTo(live)('ws-1', named('wss://a.example/chat?x=1'))).toBe(live.url)
  })

  it('keeps path and query for a scenario of a lab server', () => {
    const route = (url: string) => routeTo(lab)('ws-1', named(url))
    expect(route('wss://a.example/401?as=ada')).toBe(`${lab.url}/401?as=ada`)
    expect(route('wss://a.example')).toBe(lab.url)
    expect(route('wss://a.example/?as=ada')).toBe(`${lab.url}?as=ada`)
  })

  it('uses an address below a scenario whole', () => {
    const below = { kind: 'lab', url: `${lab.url}/403` } as const
    expect(routeTo(below)('ws-1', named('wss://a.example/401'))).toBe(below.url)
  })

  it('marks what is recorded with its connection', () => {
    const recorded = { ...lab, wiretap: token }
    expect(routeTo(recorded)('ws-2', named('wss://a.example/401'))).toBe(
      `ws://localhost:8101/lab/~${token}.ws-2/reject/401`,
    )
  })
})
