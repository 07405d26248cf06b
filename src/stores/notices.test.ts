import { describe, expect, it } from 'vitest'
import { useNoticesStore } from './notices.ts'
import { startApp } from './testing/app.ts'

function openNotices() {
  startApp()
  return useNoticesStore()
}

describe('the notices', () => {
  it('are shown until they are dismissed', () => {
    const notices = openNotices()
    const id = notices.show({ key: 'storage.full', level: 'warning' })
    expect(notices.notices).toMatchObject([{ id, key: 'storage.full' }])
    notices.dismiss(id)
    expect(notices.notices).toEqual([])
  })

  it('do not say the same twice', () => {
    const notices = openNotices()
    notices.show({ key: 'storage.full', level: 'warning' })
    notices.show({ key: 'storage.unreadable', params: { key: 'a' }, level: 'warning' })
    notices.show({ key: 'storage.unreadable', params: { key: 'b' }, level: 'warning' })
    notices.show({ key: 'storage.full', level: 'warning' })
    expect(notices.notices.map(({ key, params }) => [key, params?.['key']])).toEqual([
      ['storage.unreadable', 'a'],
      ['storage.unreadable', 'b'],
      ['storage.full', undefined],
    ])
  })
})
