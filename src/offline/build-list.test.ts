import { expect, it } from 'vitest'
import { wantedAt, type BuildList } from './build-list.ts'

const list: BuildList = {
  id: 'b2',
  atOnce: { 'index.html': 'sha256-1', 'en/index.html': 'sha256-2', 'sandbox.html': 'sha256-3' },
  onUse: { 'assets/ts.worker-x.js': 'sha256-4' },
}
const scope = 'https://a.example/so%20me/course/'
const at = (path: string) => wantedAt(new URL(path, scope).href, scope, list)
const file = (path: string, build: string | null = null) => ({ kind: 'file', path, build })

it('takes a folder for its page, and looks past queries and fragments', () => {
  expect(at('')).toEqual(file('index.html'))
  expect(at('en/')).toEqual(file('en/index.html'))
  expect(at('en/index.html?from=mail#closing')).toEqual(file('en/index.html'))
})

it('reads from the address which build asks', () => {
  expect(at('sandbox.html?build=b1')).toEqual(file('sandbox.html', 'b1'))
})

it('knows files by content, also those of another build', () => {
  expect(at('assets/ts.worker-x.js')).toEqual(file('assets/ts.worker-x.js'))
  expect(at('assets/app-earlier.js')).toEqual(file('assets/app-earlier.js'))
})

it.each([
  'lab/echo',
  'lab/health',
  'wiretap/token',
  'en/gone.html',
  'en/index.html/more',
  '../other/index.html',
  'https://b.example/so%20me/course/index.html',
])('leaves %s to the network', (path) => {
  expect(at(path)).toBeNull()
})

it('asks the host for what its instructor edits', () => {
  expect(at('config.json')).toEqual({ kind: 'config' })
})
