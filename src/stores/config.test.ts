import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEFAULT_CONFIG, loadConfig, parseConfig, scenarioOf } from './config.ts'

const scenarios = ['echo', 'slow-accept']
const parse = (value: unknown) => parseConfig(JSON.stringify(value), scenarios)
const problemOf = (value: unknown) => {
  const result = parse(value)
  return result.problems[0] ?? null
}

const publicEcho = { name: 'Public echo', kind: 'live', url: 'wss://echo.example' }

describe('parseConfig', () => {
  it('fills missing fields with defaults', () => {
    expect(parse({ locked: true })).toEqual({
      config: { ...DEFAULT_CONFIG, locked: true },
      problems: [],
    })
    expect(parse({ conditions: { latency: 5 } })).toMatchObject({
      config: { conditions: { latency: 5, jitter: 0, bandwidth: null } },
    })
  })

  it('takes an idle timeout of the link, or null for none', () => {
    for (const idleTimeout of [60_000, null]) {
      expect(parse({ conditions: { idleTimeout } })).toMatchObject({
        config: { conditions: { latency: 40, idleTimeout } },
      })
    }
  })

  it('accepts the served file', () => {
    const text = readFileSync(new URL('../../public/config.json', import.meta.url), 'utf8')
    expect(parseConfig(text, ['echo'])).toMatchObject({ problems: [] })
  })

  it('takes a preset or a scenario as the default', () => {
    expect(problemOf({ endpoints: [publicEcho], defaultEndpoint: 'Public echo' })).toBeNull()
    expect(problemOf({ defaultEndpoint: 'built-in/slow-accept' })).toBeNull()
    expect(scenarioOf('built-in/slow-accept')).toBe('slow-accept')
    expect(scenarioOf('lesson')).toBeNull()
  })

  it('lets only a lab server have a relative URL', () => {
    expect(problemOf({ endpoints: [{ name: 'Lab', kind: 'lab', url: 'lab/echo' }] })).toBeNull()
    expect(problemOf({ endpoints: [{ name: 'X', kind: 'live', url: 'lab/echo' }] })).toEqual({
      reason: 'url',
      params: { field: 'endpoints[0].url', value: '"lab/echo"' },
    })
  })

  it.each([
    [
      { locked: 'yes' },
      { reason: 'type', params: { field: 'locked', value: '"yes"', expected: 'boolean' } },
    ],
    [
      { conditions: { latency: -1 } },
      { reason: 'range', params: { field: 'conditions.latency', value: '-1', expected: '≥ 0' } },
    ],
    [
      { conditions: { jitter: 1e9 } },
      {
        reason: 'range',
        params: { field: 'conditions.jitter', value: '1000000000', expected: '≤ 60000' },
      },
    ],
    [
      { conditions: { idleTimeout: 0 } },
      { reason: 'range', params: { field: 'conditions.idleTimeout', value: '0', expected: '≥ 1' } },
    ],
    [{ lockd: true }, { reason: 'unknownField', params: { field: 'lockd' } }],
    [
      { endpoints: [{ ...publicEcho, kind: 'remote' }] },
      {
        reason: 'choice',
        params: { field: 'endpoints[0].kind', value: '"remote"', expected: 'live, lab' },
      },
    ],
    [
      { endpoints: [{ ...publicEcho, url: 'https://a.example' }] },
      { reason: 'url', params: { field: 'endpoints[0].url', value: '"https://a.example"' } },
    ],
    [
      { endpoints: [{ ...publicEcho, name: '' }] },
      { reason: 'empty', params: { field: 'endpoints[0].name' } },
    ],
    [
      { endpoints: [publicEcho, publicEcho] },
      { reason: 'duplicateName', params: { field: 'endpoints[1].name', value: 'Public echo' } },
    ],
    [
      { defaultEndpoint: 'nowhere' },
      { reason: 'unknownEndpoint', params: { field: 'defaultEndpoint', value: 'nowhere' } },
    ],
    [
      { defaultEndpoint: 'built-in/nothing' },
      {
        reason: 'unknownScenario',
        params: { field: 'defaultEndpoint', value: 'nothing', expected: 'echo, slow-accept' },
      },
    ],
    [[], { reason: 'type', params: { field: 'config.json', value: '[]', expected: 'object' } }],
  ])('names the field and the reason: %j', (value, problem) => {
    expect(problemOf(value)).toEqual(problem)
  })

  it('takes what is valid beside what is not', () => {
    const value = {
      locked: true,
      routd: false,
      conditions: { latency: 70, jitter: -1, speed: 9 },
      endpoints: [publicEcho, { ...publicEcho, name: 'Wrong', url: 'https://a.example' }],
      defaultEndpoint: 'Public echo',
    }
    const { config, problems } = parse(value)
    expect(config).toEqual({
      ...DEFAULT_CONFIG,
      locked: true,
      conditions: { ...DEFAULT_CONFIG.conditions, latency: 70 },
      endpoints: [publicEcho],
      defaultEndpoint: 'Public echo',
    })
    expect(problems.map(({ reason, params }) => [reason, params['field']])).toEqual([
      ['range', 'conditions.jitter'],
      ['unknownField', 'conditions.speed'],
      ['unknownField', 'routd'],
      ['url', 'endpoints[1].url'],
    ])
  })

  it.each([[{ locked: 'yes' }], [{ lockd: true }], [{ Locked: true }], [{ locked: null }]])(
    'locks where it is not clear whether to lock: %j',
    (value) => {
      const { config, problems } = parse(value)
      expect(config).toEqual({ ...DEFAULT_CONFIG, locked: true })
      expect(problems.at(-1)).toEqual({ reason: 'lockUnclear', params: {} })
    },
  )

  it('leaves open what nothing wants locked, whatever else is wrong', () => {
    expect(parse({ conditons: {} }).config).toEqual(DEFAULT_CONFIG)
    expect(parseConfig('{', scenarios).config).toEqual(DEFAULT_CONFIG)
    expect(parse([]).config).toEqual(DEFAULT_CONFIG)
  })

  it('says where the file stops being JSON', () => {
    expect(parseConfig('{ "locked": tru }', scenarios)).toMatchObject({
      config: { locked: true },
      problems: [{ reason: 'notJson' }, { reason: 'lockUnclear' }],
    })
  })
})

describe('loadConfig', () => {
  it('says why the file could not be loaded', async () => {
    const result = await loadConfig(() => Promise.reject(new Error('404 Not Found')), scenarios)
    expect(result).toEqual({
      config: DEFAULT_CONFIG,
      problems: [{ reason: 'unreachable', params: { message: '404 Not Found' } }],
    })
  })
})
