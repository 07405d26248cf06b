import { expect, it } from 'vitest'
import { stoppingFrames, stoppingHeader } from './stopping-header.ts'

const answer = (headers: Record<string, string>, status = 200) => ({
  status,
  headers: new Headers({ 'Content-Type': 'text/html; charset=utf-8', ...headers }),
})
const CSP = 'Content-Security-Policy'

it.each([
  [{}, 404, '404'],
  [{ 'Content-Type': 'text/plain' }, 200, 'Content-Type: text/plain'],
  [{ 'Content-Disposition': 'attachment' }, 200, 'Content-Disposition: attachment'],
  [{ 'X-Frame-Options': 'DENY' }, 200, 'X-Frame-Options: DENY'],
  [{ [CSP]: "frame-ancestors 'none'" }, 200, `${CSP}: frame-ancestors 'none'`],
  [{ [CSP]: 'img-src *; sandbox allow-forms' }, 200, `${CSP}: sandbox allow-forms`],
  [{ [CSP]: "default-src 'self'" }, 200, `${CSP}: default-src 'self'`],
  [{ [CSP]: "script-src 'self'; default-src *" }, 200, `${CSP}: script-src 'self'`],
] as const)('%j with status %i stops it: %s', (headers, status, header) => {
  expect(stoppingHeader(answer(headers, status))).toBe(header)
})

it.each([
  {},
  { 'X-Frame-Options': 'SAMEORIGIN' },
  { 'X-Frame-Options': 'DENY', [CSP]: "frame-ancestors 'self'" },
  { [CSP]: "script-src 'self' 'unsafe-inline' 'unsafe-eval'; default-src 'none'" },
  { [CSP]: 'sandbox allow-scripts' },
])('%j does not', (headers) => {
  expect(stoppingHeader(answer(headers))).toBeUndefined()
})

it("a page's own policy may allow no frames", () => {
  expect(stoppingFrames(answer({ [CSP]: "default-src 'self'; frame-src 'none'" }))).toBe(
    `${CSP}: frame-src 'none'`,
  )
  expect(stoppingFrames(answer({ [CSP]: "default-src 'none'" }))).toBe(`${CSP}: default-src 'none'`)
  expect(stoppingFrames(answer({ [CSP]: "default-src 'self'" }))).toBeUndefined()
  expect(stoppingFrames(answer({}))).toBeUndefined()
})
