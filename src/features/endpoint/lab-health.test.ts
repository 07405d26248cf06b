import { describe, expect, it } from 'vitest'
import { askLab } from './lab-health.ts'

const PAGE = 'http://localhost:8101'
const healthy = {
  scenarios: [
    { name: 'echo', path: '/lab/echo', state: 'running' },
    { name: 'clock', path: '/lab/clock', state: 'failed' },
  ],
}

describe('askLab', () => {
  it('asks beside the scenario, over HTTP', async () => {
    const asked: string[] = []
    const answer = await askLab('ws://localhost:8101/lab/echo', PAGE, async (url) => {
      asked.push(url)
      return healthy
    })
    expect(asked).toEqual(['http://localhost:8101/lab/health'])
    expect(answer).toBe('there')
  })

  it('says that a scenario does not run', async () => {
    const ask = (name: string) =>
      askLab(`ws://localhost:8101/lab/${name}`, PAGE, () => Promise.resolve(healthy))
    expect(await ask('clock')).toBe('absent')
    expect(await ask('missing')).toBe('absent')
  })

  it('says that there is none where something else answers, or nothing', async () => {
    const url = 'ws://localhost:8101/lab/echo'
    expect(await askLab(url, PAGE, () => Promise.resolve('<html>'))).toBe('absent')
    expect(await askLab(url, PAGE, () => Promise.reject(new Error('404')))).toBe('absent')
  })

  it('does not ask a server of another origin', async () => {
    const ask = () => Promise.reject(new Error('must not be called'))
    expect(await askLab('ws://lab.example/lab/echo', PAGE, ask)).toBe('unknown')
  })
})
