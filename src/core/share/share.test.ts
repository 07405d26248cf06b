import { deflateRaw } from 'pako'
import { describe, expect, it } from 'vitest'
import { toBase64 } from '../protocol/base64.ts'
import { fromFragment, MAX_FRAGMENT, MAX_INFLATED, toFragment } from './fragment.ts'
import { LinkError, type LinkProblem } from './link-problem.ts'
import { fromMomentFile, isMomentFile, toMomentFile } from './moment-file.ts'
import { MAX_NOTE, type MomentWorld, type RunMoment } from './moment.ts'
import { NO_BASE, pack, unpack, type Base } from './packed-moment.ts'
import { hashOfOctets } from './text-hash.ts'

const world: MomentWorld = {
  conditions: { latency: 20, jitter: 0, bandwidth: null },
  seed: 7,
  until: null,
  inputs: [],
  interventions: [],
}

const plain: RunMoment = {
  kind: 'run',
  lesson: null,
  selected: null,
  time: 0,
  view: null,
  note: '',
  scenario: 'echo',
  program: { 'client.js': 'connect()\n' },
  world,
  routed: true,
  predictions: [],
  fingerprint: null,
}

const full: RunMoment = {
  kind: 'run',
  lesson: 'proxies',
  selected: 12,
  time: 340.5,
  view: 'handshake',
  note: 'Look: “why?” 为什么？',
  scenario: 'chat-room',
  program: {
    'client.js': 'connect() // mine\n',
    'attacker.js': 'attack()\n',
    'server.js': 'serve()\n',
    'nginx.conf': 'location / {}\n',
    'page.html': '<button>Send</button>\n',
  },
  world: {
    conditions: { latency: 250, jitter: 20, bandwidth: 1_000, idleTimeout: 60_000 },
    seed: 4_294_967_295,
    until: 5_000,
    inputs: [
      { time: 100, kind: 'click', target: '#send' },
      { time: 200.25, kind: 'type', target: '#text', value: 'Hello' },
    ],
    interventions: [
      { kind: 'cut', time: 400, how: 'rst' },
      { kind: 'dropFrame', seq: 31 },
    ],
    origin: 'https://course.example',
    attacker: { origin: 'https://attacker.example', at: 300 },
    servers: [8080, 8081],
  },
  routed: false,
  predictions: [{ question: 'when', answer: 'later' }],
  fingerprint: { count: 43, hash: '1lxq4z7' },
}

const base: Base = {
  programs: {
    start: { 'client.js': 'connect()\n', 'page.html': '<button>Send</button>\n' },
    'scenario/echo': { 'server.js': 'echo()\n' },
  },
  worlds: { lesson: world, other: { ...world, seed: 8 } },
}

const throughLink = (moment: RunMoment, its: Base) =>
  unpack(fromFragment(toFragment(pack(moment, its))), its)

function problemOf(read: () => unknown): LinkProblem {
  try {
    read()
  } catch (error) {
    if (error instanceof LinkError) return error.problem
    throw error
  }
  throw new Error('it was read')
}

describe('a moment goes through a link as it was', () => {
  it.each([
    ['that has nothing but a program', plain],
    ['that has everything', full],
    ...Object.entries(full).map(([name, value]): [string, RunMoment] => [
      `with a ${name} of its own`,
      { ...plain, [name]: value },
    ]),
    ...Object.entries(full.world).map(([name, value]): [string, RunMoment] => [
      `in a world with ${name} of its own`,
      { ...plain, world: { ...world, [name]: value } },
    ]),
  ])('%s', (_, moment) => {
    expect(throughLink(moment, NO_BASE)).toEqual({ moment, hasChanged: false })
    expect(throughLink(moment, base)).toEqual({ moment, hasChanged: false })
    const file = toMomentFile(pack(moment, NO_BASE))
    expect(isMomentFile(file)).toBe(true)
    expect(unpack(fromMomentFile(file), NO_BASE).moment).toEqual(moment)
  })

  it('and so does a recording, with its trace', () => {
    const { lesson, selected, time, view, note } = full
    const trace = '{"header":{"version":8},"events":[{"seq":0,"data":{"base64":"SGk="}}]}'
    const moment = {
      kind: 'recording',
      lesson,
      selected,
      time,
      view,
      note,
      total: 90,
      trace,
    } as const
    const packed = fromFragment(toFragment(pack(moment, NO_BASE)))
    expect(unpack(packed, NO_BASE).moment).toEqual(moment)
  })
})

describe('what the reader has anyway', () => {
  const moment: RunMoment = {
    ...plain,
    lesson: 'first',
    program: { ...base.programs['start'], 'client.js': 'connect()\n', 'server.js': 'echo()\n' },
  }

  it('is not in the link', () => {
    expect(pack(moment, base)).toMatchObject({
      same: { 'client.js': 'start', 'page.html': 'start', 'server.js': 'scenario/echo' },
      world: 'lesson',
    })
    expect(JSON.stringify(pack(moment, base))).not.toContain('connect()')
  })

  it('is known to have changed since', () => {
    const link = toFragment(pack(moment, base))
    const newer = {
      ...base,
      programs: {
        ...base.programs,
        start: { ...base.programs['start'], 'client.js': 'connectAgain()\n' },
      },
    }
    expect(unpack(fromFragment(link), newer)).toMatchObject({
      hasChanged: true,
      moment: { program: { 'client.js': 'connectAgain()\n' } },
    })
    const elsewhere = { ...base, worlds: { lesson: { ...world, seed: 9 } } }
    expect(unpack(fromFragment(link), elsewhere).hasChanged).toBe(true)
  })

  it('may be gone', () => {
    const packed = pack(moment, base)
    expect(problemOf(() => unpack(packed, { ...base, programs: {} }))).toEqual({
      kind: 'gone',
      what: 'start/client.js',
    })
    expect(problemOf(() => unpack(packed, { ...base, worlds: {} }))).toEqual({
      kind: 'gone',
      what: 'lesson',
    })
  })
})

/** A link around any octets, as whoever writes one by hand would make it. */
function forged(content: string | Uint8Array): string {
  const octets = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const deflated = deflateRaw(octets)
  const all = new Uint8Array(4 + deflated.length)
  new DataView(all.buffer).setUint32(0, hashOfOctets(deflated))
  all.set(deflated, 4)
  return `#moment=1.${toBase64(all).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}
const forgedRun = (change: object) => forged(JSON.stringify({ ...pack(full, NO_BASE), ...change }))

describe('a link that is not whole', () => {
  const link = toFragment(pack(full, NO_BASE))

  it('is cut, wherever its end is missing', () => {
    for (let length = '#moment=1.'.length; length < link.length; length += 1)
      expect([length, problemOf(() => fromFragment(link.slice(0, length)))]).toEqual([
        length,
        { kind: 'cut' },
      ])
  })

  it('is edited, wherever a character is another', () => {
    const kinds = new Set<string>()
    // The last character has bits that mean nothing.
    for (let index = '#moment=1.'.length; index < link.length - 1; index += 1) {
      const other = link[index] === 'A' ? 'B' : 'A'
      const changed = link.slice(0, index) + other + link.slice(index + 1)
      kinds.add(problemOf(() => unpack(fromFragment(changed), NO_BASE)).kind)
    }
    // A changed length of a block can lead beyond its end.
    expect([...kinds].filter((kind) => kind !== 'edited' && kind !== 'cut')).toEqual([])
    expect(kinds).toContain('edited')
  })

  it('may be taken along with what ends a sentence', () => {
    for (const end of ['.', ')', '”', '。', '）。'])
      expect(fromFragment(link + end)).toEqual(fromFragment(link))
  })
})

describe('a link that no moment is made of is refused', () => {
  it.each([
    ['of a newer version', '#moment=2.anything?', { kind: 'newer', version: 2, newest: 1 }],
    ['without a version', '#moment=', { kind: 'cut' }],
    ['without content', '#moment=1.', { kind: 'cut' }],
    ['of version 0', '#moment=0.AAAA', { kind: 'edited' }],
    ['with a word for its version', '#moment=one.AAAA', { kind: 'edited' }],
    ['with characters of no Base64url', '#moment=1.AB CD', { kind: 'edited' }],
    ['with a percent sign', '#moment=1.AB%20CD', { kind: 'edited' }],
    ['that is no JSON', forged('{'), { kind: 'invalid' }],
    ['that is null', forged('null'), { kind: 'invalid' }],
    ['that is a list', forged('[]'), { kind: 'invalid' }],
    ['of no known kind', forgedRun({ kind: 'movie' }), { kind: 'invalid' }],
    ['with a field that nobody knows', forgedRun({ extra: 1 }), { kind: 'invalid' }],
    [
      'with a file that no program has',
      forgedRun({ program: { 'evil.js': '' } }),
      { kind: 'invalid' },
    ],
    [
      'with a file that is no text',
      forgedRun({ program: { 'client.js': 1 } }),
      { kind: 'invalid' },
    ],
    ['without a program', forgedRun({ program: undefined }), { kind: 'gone', what: 'client.js' }],
    ['with a note too long', forgedRun({ note: 'x'.repeat(MAX_NOTE + 1) }), { kind: 'invalid' }],
    ['with an event before the first', forgedRun({ selected: -1 }), { kind: 'invalid' }],
    ['with a time that is none', forgedRun({ time: 'now' }), { kind: 'invalid' }],
    [
      'with a seed too large',
      forgedRun({ changes: { ...full.world, seed: 2 ** 32 } }),
      { kind: 'invalid' },
    ],
    [
      'with a latency below 0',
      forgedRun({
        changes: { ...full.world, conditions: { ...full.world.conditions, latency: -1 } },
      }),
      { kind: 'invalid' },
    ],
    [
      'with an intervention of no kind',
      forgedRun({ changes: { ...full.world, interventions: [{ kind: 'explode', time: 1 }] } }),
      { kind: 'invalid' },
    ],
    [
      'with more inputs than a run has',
      forgedRun({
        changes: {
          ...full.world,
          inputs: Array.from({ length: 1_001 }, () => full.world.inputs[0]),
        },
      }),
      { kind: 'invalid' },
    ],
    [
      'with a port beyond the last',
      forgedRun({ changes: { ...full.world, servers: [65_536] } }),
      { kind: 'invalid' },
    ],
    ['that becomes too large', forged(new Uint8Array(MAX_INFLATED + 1)), { kind: 'tooLarge' }],
    ['that becomes far too large', forged(new Uint8Array(64 * 1024 * 1024)), { kind: 'tooLarge' }],
    [
      'that is too long to be read',
      `#moment=1.${'A'.repeat(2 * 1024 * 1024)}`,
      { kind: 'tooLarge' },
    ],
    [
      'with a prototype in place of a field',
      forged('{"kind":"run","scenario":"echo","__proto__":{"program":{"client.js":""}}}'),
      { kind: 'invalid' },
    ],
  ])('%s', (_, fragment, problem) => {
    expect(problemOf(() => unpack(fromFragment(fragment), NO_BASE))).toMatchObject(problem)
  })

  it.each([
    ['of a newer version', '{"upgrade101Moment":2,"moment":{}}', { kind: 'newer', version: 2 }],
    ['that was cut', toMomentFile(pack(full, NO_BASE)).slice(0, 300), { kind: 'cut' }],
    ['that was edited', '{"upgrade101Moment":"x"}', { kind: 'edited' }],
    ['that has none', '{"upgrade101Moment":1}', { kind: 'invalid' }],
  ])('and so is a file %s', (_, text, problem) => {
    expect(isMomentFile(text)).toBe(true)
    expect(problemOf(() => fromMomentFile(text))).toMatchObject(problem)
  })

  it('a trace is no file of a moment', () => {
    expect(isMomentFile('{"header":{}}')).toBe(false)
  })
})

it('a program of 8 000 random characters is too long for a link', () => {
  let seed = 1
  const text = Array.from({ length: 8_000 }, () => {
    seed = (seed * 48_271) % 0x7fff_ffff
    return String.fromCharCode(33 + (seed % 94))
  }).join('')
  expect(
    toFragment(pack({ ...plain, program: { 'client.js': text } }, NO_BASE)).length,
  ).toBeGreaterThan(MAX_FRAGMENT)
})
