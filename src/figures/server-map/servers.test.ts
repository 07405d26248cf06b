import { describe, expect, it } from 'vitest'
import { passagesOf, peopleOf } from './crossing-picture.ts'
import { runServers } from './run-servers.ts'
import { FIRST_CROSSING, FIRST_SETTINGS, verdictOf, type Settings } from './servers.ts'

const withSettings = (settings: Partial<Settings>) => runServers({ ...FIRST_SETTINGS, ...settings })

describe('three people in one room, on two servers', () => {
  it('begins with what its first settings give', async () => {
    expect(await runServers(FIRST_SETTINGS)).toEqual(FIRST_CROSSING)
    expect(verdictOf(FIRST_CROSSING)).toBe('edge')
  })

  it('ends the room at the server with ip_hash, too', async () => {
    const crossing = await withSettings({ balancing: 'ip_hash' })
    expect(crossing.places).toEqual({ Ada: 8080, Bo: 8080, Cy: 8081 })
    expect(crossing.heard).toEqual(['Ada', 'Bo'])
  })

  it.each(['turn', 'ip_hash'] as const)(
    'reaches everyone through the broker: %s',
    async (balancing) => {
      const crossing = await withSettings({ balancing, broker: 'redis' })
      expect(crossing.heard).toEqual(['Ada', 'Bo', 'Cy'])
      expect(verdictOf(crossing)).toBe('broker')
    },
  )

  it('has everyone on the server that is left, where one has ended', async () => {
    const crossing = await withSettings({ first: 'ends' })
    expect(crossing.places).toEqual({ Ada: 8081, Bo: 8081, Cy: 8081 })
    expect(crossing.heard).toEqual(['Ada', 'Bo', 'Cy'])
    expect(verdictOf(crossing)).toBe('oneLeft')
  })
})

describe('its picture', () => {
  it('has the broker between what was said and what is heard', async () => {
    const steps = passagesOf(await withSettings({ broker: 'redis' })).map(({ step, kind }) => [
      step,
      kind,
    ])
    expect(steps).toEqual([
      [0, 'said'],
      [1, 'published'],
      ...[
        [2, 'heard'],
        [2, 'heard'],
      ],
      ...[
        [3, 'heard'],
        [3, 'heard'],
        [3, 'heard'],
      ],
    ])
  })

  it('has nobody at a server that has ended, and no message to it', async () => {
    const crossing = await withSettings({ broker: 'redis', first: 'ends' })
    expect(new Set(peopleOf(crossing).map(({ x }) => x)).size).toBe(3)
    expect(passagesOf(crossing).filter(({ step }) => step === 2)).toHaveLength(1)
  })
})
