import { describe, expect, test } from 'vitest'
import { formatExtension, parseExtensions, type Extension } from './extension-list.ts'
import {
  acceptOffer,
  checkAccepted,
  readAccepted,
  readOffer,
  type PerMessageDeflateLimits,
  type PerMessageDeflateOffer,
} from './permessage-deflate-negotiation.ts'

function parsed(value: string): readonly Extension[] {
  const list = parseExtensions([['Sec-WebSocket-Extensions', value]])
  return list.ok ? list.extensions : []
}

const response = (offers: string, limits: PerMessageDeflateLimits = {}) => {
  const accepted = acceptOffer(parsed(offers), limits)
  return accepted && formatExtension(accepted.response)
}

const none = {
  name: 'permessage-deflate',
  serverNoContextTakeover: false,
  clientNoContextTakeover: false,
  serverMaxWindowBits: 15,
  clientMaxWindowBits: 15,
}

describe('the server', () => {
  test.each([
    ['permessage-deflate', {}, 'permessage-deflate'],
    ['Permessage-Deflate; client_max_window_bits', {}, 'permessage-deflate'],
    [
      'x, permessage-deflate; server_max_window_bits=10',
      {},
      'permessage-deflate; server_max_window_bits=10',
    ],
    [
      'permessage-deflate; server_max_window_bits=10',
      { serverMaxWindowBits: 9 },
      'permessage-deflate; server_max_window_bits=9',
    ],
    [
      'permessage-deflate',
      { serverMaxWindowBits: 9 },
      'permessage-deflate; server_max_window_bits=9',
    ],
    [
      'permessage-deflate; client_max_window_bits',
      { clientMaxWindowBits: 9 },
      'permessage-deflate; client_max_window_bits=9',
    ],
    [
      'permessage-deflate; client_max_window_bits=8',
      { clientMaxWindowBits: 9 },
      'permessage-deflate; client_max_window_bits=8',
    ],
    ['permessage-deflate', { clientMaxWindowBits: 9 }, 'permessage-deflate'],
    [
      'permessage-deflate; server_no_context_takeover; client_no_context_takeover',
      {},
      'permessage-deflate; server_no_context_takeover; client_no_context_takeover',
    ],
    [
      'permessage-deflate',
      { serverNoContextTakeover: true, clientNoContextTakeover: true },
      'permessage-deflate; server_no_context_takeover; client_no_context_takeover',
    ],
    // An offer that it declines, and the next best.
    ['permessage-deflate; server_max_window_bits=7, permessage-deflate', {}, 'permessage-deflate'],
  ])('answers %s', (offer, limits, expected) => {
    expect(response(offer, limits)).toBe(expected)
  })

  test.each([
    'x',
    'permessage-deflate; unknown',
    'permessage-deflate; server_max_window_bits',
    'permessage-deflate; server_max_window_bits=16',
    'permessage-deflate; server_max_window_bits=08',
    'permessage-deflate; client_max_window_bits=x',
    'permessage-deflate; server_no_context_takeover=1',
    'permessage-deflate; client_no_context_takeover=1',
    'permessage-deflate; client_max_window_bits; client_max_window_bits',
  ])('declines %s', (offer) => {
    expect(response(offer)).toBeUndefined()
  })

  test('knows what it accepted', () => {
    expect(acceptOffer(parsed('permessage-deflate'), {})?.extension).toEqual(none)
    const limits = {
      serverNoContextTakeover: true,
      serverMaxWindowBits: 9,
      clientMaxWindowBits: 10,
    }
    expect(
      acceptOffer(parsed('permessage-deflate; client_max_window_bits'), limits)?.extension,
    ).toEqual({
      ...none,
      serverNoContextTakeover: true,
      serverMaxWindowBits: 9,
      clientMaxWindowBits: 10,
    })
  })

  test('refuses impossible limits', () => {
    expect(() => acceptOffer(parsed('permessage-deflate'), { serverMaxWindowBits: 16 })).toThrow(
      RangeError,
    )
  })
})

describe('the client', () => {
  const check = (accepted: string, offer?: PerMessageDeflateOffer) =>
    checkAccepted(parsed(accepted), offer)

  test('takes what fits its offer', () => {
    expect(check('', {})).toEqual({ ok: true, extensions: [] })
    expect(check('')).toEqual({ ok: true, extensions: [] })
    expect(check('permessage-deflate', {})).toEqual({ ok: true, extensions: [none] })
    expect(
      check(
        'permessage-deflate; server_max_window_bits=9; client_no_context_takeover; server_no_context_takeover',
        {
          serverMaxWindowBits: 10,
          serverNoContextTakeover: true,
        },
      ),
    ).toEqual({
      ok: true,
      extensions: [
        {
          ...none,
          serverNoContextTakeover: true,
          clientNoContextTakeover: true,
          serverMaxWindowBits: 9,
        },
      ],
    })
  })

  test('keeps to what it said of itself', () => {
    const offer = { clientMaxWindowBits: 10, clientNoContextTakeover: true }
    expect(check('permessage-deflate', offer)).toMatchObject({
      extensions: [{ clientMaxWindowBits: 10, clientNoContextTakeover: true }],
    })
    expect(check('permessage-deflate; client_max_window_bits=9', offer)).toMatchObject({
      extensions: [{ clientMaxWindowBits: 9 }],
    })
    expect(
      check('permessage-deflate; client_max_window_bits=9', { clientMaxWindowBits: true }),
    ).toMatchObject({
      extensions: [{ clientMaxWindowBits: 9 }],
    })
  })

  test.each([
    ['permessage-deflate', undefined, 'RFC 6455 §4.1 response item 5'],
    ['x', {}, 'RFC 6455 §4.1 response item 5'],
    ['permessage-deflate, x', {}, 'RFC 6455 §4.1 response item 5'],
    ['permessage-deflate, permessage-deflate', {}, 'RFC 7692 §5.1'],
    ['permessage-deflate; unknown', {}, 'RFC 7692 §7.1'],
    ['permessage-deflate; client_max_window_bits', { clientMaxWindowBits: true }, 'RFC 7692 §7.1'],
    ['permessage-deflate', { serverNoContextTakeover: true }, 'RFC 7692 §7.1.1.1'],
    ['permessage-deflate', { serverMaxWindowBits: 9 }, 'RFC 7692 §7.1.2.1'],
    [
      'permessage-deflate; server_max_window_bits=10',
      { serverMaxWindowBits: 9 },
      'RFC 7692 §7.1.2.1',
    ],
    ['permessage-deflate; client_max_window_bits=9', {}, 'RFC 7692 §7.1.2.2'],
  ] as const)('fails on %s for %o', (accepted, offer, rule) => {
    expect(check(accepted, offer)).toMatchObject({ ok: false, failure: { rule } })
  })
})

describe('an observer', () => {
  test.each([
    ['permessage-deflate', none],
    [
      'x, Permessage-Deflate; server_no_context_takeover; client_max_window_bits=9',
      { ...none, serverNoContextTakeover: true, clientMaxWindowBits: 9 },
    ],
    [
      'permessage-deflate; client_no_context_takeover; server_max_window_bits=10',
      { ...none, clientNoContextTakeover: true, serverMaxWindowBits: 10 },
    ],
    ['permessage-deflate; server_max_window_bits=99', undefined],
    ['x', undefined],
  ])('knows from the response %s what was negotiated', (value, negotiated) => {
    expect(readAccepted(parsed(value))).toEqual(negotiated)
  })

  test.each([
    [
      'permessage-deflate; client_max_window_bits',
      { serverNoContextTakeover: false, clientNoContextTakeover: false, clientMaxWindowBits: 15 },
    ],
    [
      'x, permessage-deflate; mystery, permessage-deflate; server_max_window_bits=10',
      { serverNoContextTakeover: false, clientNoContextTakeover: false, serverMaxWindowBits: 10 },
    ],
    ['x', undefined],
  ])('knows from the request %s what was offered', (value, offer) => {
    expect(readOffer(parsed(value))).toEqual(offer)
  })
})
