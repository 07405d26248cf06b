import { describe, expect, it } from 'vitest'
import { askLab, isAbsent } from './lab-health.ts'

const PAGE = 'http://localhost:8101'
const healthy = {
  status: 'ok',
  scenarios: [
    { name: 'echo', path: '/lab/echo', state: 'running' },
    { name: 'clock', path: '/lab/clock', state: 'failed' },
  ],
}

describe('askLab', () => {
  it.each(['ws://localhost:8101/lab/', 'ws://localhost:8101/lab/echo'])(
    'asks at /lab/health over HTTP for %s',
    async (url) => {
      const asked: string[] = []
      const answer = await askLab(url, PAGE, async (address) => {
        asked.push(address)
        return healthy
      })
      expect(asked).toEqual(['http://localhost:8101/lab/health'])
      expect(answer).toEqual({ is: 'there', scenarios: ['echo'] })
    },
  )

  it('says which scenarios do not run', async () => {
    const answer = await askLab('ws://localhost:8101/lab/', PAGE, async () => healthy)
    expect(isAbsent('ws://localhost:8101/lab/echo', answer)).toBe(false)
    expect(isAbsent('ws://localhost:8101/lab/clock', answer)).toBe(true)
    expect(isAbsent('ws://localhost:8101/lab/missing', answer)).toBe(true)
  })

  it('is absent if another server answers, or nobody', async () => {
    const url = 'ws://localhost:8101/lab/echo'
    const absent = { is: 'absent' }
    expect(await askLab(url, PAGE, () => Promise.resolve('<html>'))).toEqual(absent)
    expect(await askLab(url, PAGE, () => Promise.reject(new Error('404')))).toEqual(absent)
    expect(isAbsent(url, { is: 'absent' })).toBe(true)
  })

  it('does not ask a server of another origin', async () => {
    const ask = () => Promise.reject(new Error('must not be called'))
    const answer = await askLab('ws://lab.example/lab/echo', PAGE, ask)
    expect(answer).toEqual({ is: 'unknown' })
    expect(isAbsent('ws://lab.example/lab/echo', answer)).toBe(false)
  })
})
