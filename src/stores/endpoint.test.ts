import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { DEFAULT_CONFIG, type Config } from './config.ts'
import { useEndpointStore } from './endpoint.ts'
import { useNoticesStore } from './notices.ts'
import { startApp } from './testing/app.ts'

const lab = { name: 'Lab · echo', kind: 'lab', url: 'lab/echo' } as const
const somebody = { name: 'Somebody', kind: 'live', url: 'wss://somebody.example/' } as const

function openEndpoint(change: Partial<Config> = {}, app: Parameters<typeof startApp>[0] = {}) {
  const started = startApp(app)
  const endpoint = useEndpointStore()
  endpoint.siteUrl = 'http://localhost:8101/course/'
  endpoint.config = { ...DEFAULT_CONFIG, endpoints: [lab, somebody], ...change }
  return { ...started, endpoint }
}

describe('the endpoint', () => {
  it('is what the lesson asks for', () => {
    const { endpoint } = openEndpoint()
    endpoint.enter('ready-state', { scenario: 'slow-accept', conditions: { latency: 10 } })
    expect(endpoint.sandboxEndpointOf(endpoint.choice, 7)).toEqual({
      kind: 'built-in',
      conditions: { latency: 10, jitter: 0, bandwidth: null },
      seed: 7,
    })
    expect(endpoint.name).toBe('Built-in · slow-accept')
  })

  it('is what the instructor sets as the default', () => {
    const { endpoint } = openEndpoint({ defaultEndpoint: 'Somebody' })
    endpoint.enter('ready-state', { scenario: 'slow-accept' })
    expect(endpoint.sandboxEndpointOf(endpoint.choice, 7)).toEqual({
      kind: 'live',
      url: 'wss://somebody.example/',
    })
    expect(endpoint.name).toBe('Somebody')
  })

  it('resolves a lab server’s address against the page', () => {
    const { endpoint } = openEndpoint({ defaultEndpoint: 'Lab · echo' })
    expect(endpoint.choice).toEqual({ kind: 'lab', url: 'ws://localhost:8101/course/lab/echo' })
  })

  it('is the scenario of a lab server that the lesson asks for', () => {
    const whole = { name: 'Lab', kind: 'lab', url: 'lab/' } as const
    const { endpoint } = openEndpoint({ endpoints: [whole], defaultEndpoint: 'Lab' })
    endpoint.enter('ready-state', { scenario: 'slow-accept' })
    const at = (scenario: string) =>
      ({ kind: 'lab', url: `ws://localhost:8101/course/lab/${scenario}` }) as const
    expect(endpoint.choice).toEqual(at('slow-accept'))
    expect(endpoint.name).toBe('Lab · slow-accept')
    expect(endpoint.list.presets).toMatchObject([
      { ...at('slow-accept'), name: 'Lab · slow-accept' },
    ])
    endpoint.choose(at('echo'))
    expect(endpoint.choice).toEqual(at('echo'))
    expect(endpoint.list.presets).toMatchObject([at('echo')])
    endpoint.choose(at('no-such-scenario'))
    expect(endpoint.choice).toEqual(at('echo'))
  })

  it('is the one scenario of a lab server that an instructor names', () => {
    const { endpoint } = openEndpoint()
    endpoint.choose({ kind: 'lab', url: 'ws://localhost:8101/course/lab/slow-accept' })
    expect(endpoint.choice.kind).toBe('built-in')
    endpoint.choose({ kind: 'lab', url: 'ws://localhost:8101/course/lab/echo' })
    expect(endpoint.name).toBe('Lab · echo')
  })

  it('is remembered for each place after a reload', async () => {
    const { endpoint, backend } = openEndpoint()
    endpoint.enter('first-echo', { scenario: 'echo' })
    endpoint.choose({ kind: 'live', url: 'wss://a.example/' })
    const conditions = { latency: 5, jitter: 1, bandwidth: 1000, idleTimeout: 60_000 }
    endpoint.setConditions(conditions)
    endpoint.enter('ready-state', { scenario: 'slow-accept' })
    expect(endpoint.choice).toEqual({ kind: 'built-in', scenario: 'slow-accept' })
    await nextTick()

    const reloaded = openEndpoint({}, { backend }).endpoint
    reloaded.enter('first-echo', { scenario: 'echo' })
    expect(reloaded.choice).toEqual({ kind: 'live', url: 'wss://a.example/' })
    expect(reloaded.conditions).toEqual(conditions)
    reloaded.useDefault()
    expect(reloaded.choice).toEqual({ kind: 'built-in', scenario: 'echo' })
    expect(reloaded.isDefault).toBe(true)
  })

  it('forgets a choice that is no longer offered', () => {
    const { endpoint } = openEndpoint()
    endpoint.enter('play', null)
    endpoint.choose({ kind: 'live', url: 'wss://a.example/' })
    endpoint.config = { ...DEFAULT_CONFIG, allowAnyUrl: false }
    expect(endpoint.choice).toEqual({ kind: 'built-in', scenario: 'echo' })
  })

  it('takes no scenario that does not exist', () => {
    const { endpoint } = openEndpoint()
    endpoint.choose({ kind: 'built-in', scenario: 'nothing' })
    expect(endpoint.choice).toEqual({ kind: 'built-in', scenario: 'echo' })
  })

  it('routes unless the learner switches it off', () => {
    const { endpoint } = openEndpoint()
    expect(endpoint.routed).toBe(true)
    endpoint.setRouted(false)
    expect(endpoint.routed).toBe(false)
  })

  it('is the server that the program names, for which alone nothing is routed', () => {
    const { endpoint } = openEndpoint()
    endpoint.enter('play', null)
    endpoint.goWhereNamed('localhost:59999')
    expect(endpoint.choice).toEqual({ kind: 'live', url: 'ws://localhost:59999/' })
    expect(endpoint.routed).toBe(false)
    endpoint.enter('ready-state', { scenario: 'slow-accept' })
    expect(endpoint.routed).toBe(true)
    endpoint.enter('play', null)
    endpoint.choose({ kind: 'built-in', scenario: 'echo' })
    expect(endpoint.routed).toBe(true)
  })

  it('remembers for which hosts the built-in server answers, until the default is taken', () => {
    const { endpoint } = openEndpoint()
    endpoint.enter('play', null)
    endpoint.stayInPage('localhost:59999')
    endpoint.stayInPage('a.dev')
    expect(['localhost:59999', 'a.dev', 'b.dev'].map(endpoint.staysInPage)).toEqual([
      true,
      true,
      false,
    ])
    endpoint.useDefault()
    expect(endpoint.staysInPage('a.dev')).toBe(false)
  })

  it('has the defaults until config.json is loaded', async () => {
    const { endpoint } = openEndpoint()
    const config = { ...DEFAULT_CONFIG, endpoints: [somebody], defaultEndpoint: 'Somebody' }
    const configured = endpoint.configure(Promise.resolve({ config, problems: [] }))
    expect(endpoint.choice.kind).toBe('built-in')
    await configured
    expect(endpoint.name).toBe('Somebody')
  })

  it('keeps the defaults and says why if config.json cannot be read', async () => {
    const { endpoint } = openEndpoint()
    const problem = { reason: 'unreachable', params: { message: '404 Not Found' } } as const
    await endpoint.configure(Promise.resolve({ config: DEFAULT_CONFIG, problems: [problem] }))
    expect(endpoint.choice).toEqual({ kind: 'built-in', scenario: 'echo' })
    expect(useNoticesStore().notices).toMatchObject([
      { key: 'endpoint.config.unreachable', params: problem.params, level: 'error' },
    ])
  })

  it('changes nothing when an instructor has locked it', () => {
    const { endpoint } = openEndpoint({ locked: true })
    endpoint.enter('first-echo', { scenario: 'echo' })
    endpoint.choose({ kind: 'live', url: 'wss://somebody.example/' })
    endpoint.setConditions({ latency: 1, jitter: 1, bandwidth: null })
    endpoint.setRouted(false)
    expect(endpoint.choice).toEqual({ kind: 'built-in', scenario: 'echo' })
    expect(endpoint.conditions).toEqual(DEFAULT_CONFIG.conditions)
    expect(endpoint.routed).toBe(true)
  })
})
