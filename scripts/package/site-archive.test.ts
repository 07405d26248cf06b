import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { siteArchive } from './site-archive.mjs'

const octets = (text: string) => new TextEncoder().encode(text)

test('it has each file as it was', () => {
  const files = { 'index.html': octets('<h1>'), 'en/课.html': octets('课') }
  expect(unzipSync(siteArchive(files))).toEqual(files)
})

test('the same files make the same octets, whenever and in whatever order', () => {
  const [one, other] = [octets('one'), octets('other')]
  expect(siteArchive({ 'a.js': one, 'b.js': other })).toEqual(
    siteArchive({ 'b.js': other, 'a.js': one }),
  )
})
