import { describe, expect, it } from 'vitest'
import { BasicAuthentication } from './basic-authentication.ts'

const challenge = (value: string) => [['WWW-Authenticate', value]] as const

/** What answers the challenge of a realm, decoded. */
function answerOf(url: string, value = 'Basic realm="a"', known = new BasicAuthentication()) {
  const answer = known.answer(new URL(url), challenge(value), [])
  return answer === undefined ? undefined : atob(answer.slice('Basic '.length))
}

describe('a challenge', () => {
  it.each([
    ['ws://user:pass@a.example/', 'user:pass'],
    ['ws://user@a.example/', 'user:'],
    ['ws://:pass@a.example/', ':pass'],
    ['ws://u:p:q@a.example/', 'u:p:q'],
    ['ws://us%20er:%zz@a.example/', 'us er:%zz'],
    ['ws://us%20%0Aer:p%FF@a.example/', 'us%20%0Aer:p%FF'],
    ['ws://a.example/', undefined],
  ])('is answered by the user of %s', (url, expected) => {
    expect(answerOf(url)).toBe(expected)
  })

  it.each(['Bearer realm="b"', 'Bearer realm="b", Basic realm="c"', 'Basics', ''])(
    'is none of ours: %s',
    (value) => {
      expect(answerOf('ws://user:pass@a.example/', value)).toBeUndefined()
    },
  )

  it('gets no answer twice', () => {
    const url = new URL('ws://user:pass@a.example/')
    const basic = new BasicAuthentication()
    const first = basic.answer(url, challenge('basic'), [])
    expect(first).toBe('Basic dXNlcjpwYXNz')
    expect(basic.answer(url, challenge('basic'), ['Basic dXNlcjpwYXNz'])).toBeUndefined()
    expect(basic.authorizationFor(new URL('ws://a.example/'))).toBeUndefined()
  })
})

describe('what was answered', () => {
  const basic = new BasicAuthentication()
  basic.answer(new URL('ws://user:pass@a.example/x/y'), challenge('Basic realm=one'), [])
  const sentTo = (url: string) => basic.authorizationFor(new URL(url)) !== undefined

  it('goes unasked with requests of its directory', () => {
    expect(sentTo('ws://a.example/x/z?q')).toBe(true)
    expect(sentTo('ws://a.example/x/z/deep')).toBe(true)
    expect(sentTo('ws://a.example/other')).toBe(false)
    expect(sentTo('ws://a.example:81/x/z')).toBe(false)
    expect(sentTo('ws://b.example/x/z')).toBe(false)
  })

  it('waits to be asked where the URL has a user', () => {
    expect(sentTo('ws://other@a.example/x/z')).toBe(false)
  })

  it('answers its realm elsewhere', () => {
    expect(answerOf('ws://a.example/other', 'Basic realm=two', basic)).toBeUndefined()
    expect(answerOf('ws://a.example/other', 'Basic realm="one"', basic)).toBe('user:pass')
    expect(sentTo('ws://a.example/still-other')).toBe(true)
  })
})
