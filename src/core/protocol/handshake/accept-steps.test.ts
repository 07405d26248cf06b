import { describe, expect, it } from 'vitest'
import { newKey } from './accept-value.ts'
import {
  acceptSteps,
  hexOctet,
  problemOfKey,
  RFC_KEY,
  TUTORIAL_KEY,
  type KeyProblem,
} from './accept-steps.ts'

describe('problemOfKey', () => {
  it('finds nothing wrong with the two known keys and with any new one', () => {
    expect(problemOfKey(RFC_KEY)).toBeNull()
    expect(problemOfKey(TUTORIAL_KEY)).toBeNull()
    for (let octet = 0; octet < 256; octet += 1)
      expect(problemOfKey(newKey((length) => new Uint8Array(length).fill(octet)))).toBeNull()
  })

  it.each<[string, KeyProblem]>([
    ['', { kind: 'empty' }],
    ['dGhlIHNhbXBsZSBub25jZQ=', { kind: 'length', length: 23 }],
    ['dGhl', { kind: 'length', length: 4 }],
    ['dGhl-HNhbXBsZSBub25jZQ==', { kind: 'character', character: '-', position: 5 }],
    ['dGhl IHNhbXBsZSBub25jZQ=', { kind: 'character', character: ' ', position: 5 }],
    ['你GhlIHNhbXBsZSBub25jZQ==', { kind: 'character', character: '你', position: 1 }],
    ['dGhl😀', { kind: 'character', character: '😀', position: 5 }],
    ['dG==IHNhbXBsZSBub25jZQ==', { kind: 'padding', position: 3 }],
    ['dGhlIHNhbXBsZSBub25jZ===', { kind: 'padding', position: 22 }],
    ['dGhlIHNhbXBsZSBub25jZQA=', { kind: 'octets', octets: 17 }],
    ['dGhlIHNhbXBsZSBub25jZQAA', { kind: 'octets', octets: 18 }],
    ['dGhlIHNhbXBsZSBub25jZR==', { kind: 'spareBits', character: 'R' }],
  ])('says what is wrong with %j', (key, problem) => {
    expect(problemOfKey(key)).toEqual(problem)
  })
})

describe('acceptSteps', () => {
  it('leads from the key of RFC 6455 §1.3 over its SHA-1 to its answer', () => {
    const steps = acceptSteps(RFC_KEY)
    expect(steps.digest.map(hexOctet).join(' ')).toBe(
      'b3 7a 4f 2c c0 62 4f 16 90 f6 46 06 cf 38 59 45 b2 be c4 ea',
    )
    expect(steps.accept).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
  })

  it('shows which three octets each four characters encode', () => {
    const { groups, digest, accept } = acceptSteps(TUTORIAL_KEY)
    expect(accept).toBe('fFBooB7FAkLlXgRSz0BT3v4hq5s=')
    expect(groups.flatMap(({ octets }) => octets)).toEqual(digest)
    expect(groups.map(({ characters }) => characters).join('')).toBe(accept)
    expect(groups.map(({ octets }) => octets.length)).toEqual([3, 3, 3, 3, 3, 3, 2])
  })
})
