import { expect, test } from 'vitest'
import { acceptValue, isKey, newKey } from './accept-value.ts'
import { fromBase64, toBase64 } from '../base64.ts'

test('the keys of RFC 6455 §1.3 and of the browser facts have their accept values', () => {
  expect(acceptValue('dGhlIHNhbXBsZSBub25jZQ==')).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
  expect(acceptValue('sN9cRrP/n9NdMgdcy2VJFQ==')).toBe('fFBooB7FAkLlXgRSz0BT3v4hq5s=')
})

test('a new key is 16 random octets in Base64', () => {
  const key = newKey((length) => Uint8Array.from({ length }, (_, index) => index))
  expect(key).toBe('AAECAwQFBgcICQoLDA0ODw==')
  expect(isKey(key)).toBe(true)
})

test('what is not 16 octets in Base64 is no key', () => {
  for (const text of [
    '',
    'AAECAwQFBgcICQoLDA0ODw',
    'AAECAwQFBgcICQoLDA0O',
    'AAECAwQFBgcICQoLDA0OD===',
  ]) {
    expect(isKey(text)).toBe(false)
  }
  // A character that is none of the alphabet; bits that no octet needs.
  expect(isKey('AAECAwQFBgcICQoLDA0O*w==')).toBe(false)
  expect(isKey('AAECAwQFBgcICQoLDA0OD5==')).toBe(false)
})

test('Base64 agrees with the host at every length', () => {
  for (let length = 0; length < 50; length++) {
    const octets = Uint8Array.from({ length }, (_, index) => index * 37)
    const text = Buffer.from(octets).toString('base64')
    expect(toBase64(octets)).toBe(text)
    expect(fromBase64(text)).toEqual(octets)
  }
})
