import { describe, expect, it } from 'vitest'
import { type EventSketch } from '../../trace/testing/sketch.ts'
import { open, judge, status, type CheckWithoutId } from '../testing/judge.ts'

describe('wire', () => {
  const frame = (opcode: number, provenance: 'observed' | 'reconstructed'): EventSketch => ({
    type: 'frameSent',
    provenance,
    frame: {
      fin: true,
      rsv1: false,
      rsv2: false,
      rsv3: false,
      opcode,
      masked: true,
      header: new Uint8Array(6),
      payload: new Uint8Array([0x03, 0xe8]),
    },
  })
  const check: CheckWithoutId = {
    type: 'wire',
    that: { type: 'count', of: { event: 'frameSent', opcode: 8, code: 1000 }, atLeast: 1 },
  }

  it('looks at observed frames', () => {
    expect(status(check, [open, frame(8, 'observed')])).toBe('passed')
    expect(status(check, [open, frame(1, 'observed')])).toBe('failed')
  })

  it('stays pending where nothing observes them, and says so', () => {
    expect(judge(check, [open, frame(8, 'reconstructed')])).toEqual({
      checkId: 'it',
      status: 'pending',
      decidedAt: null,
      explanation: { key: 'wire.unobserved', params: {} },
    })
  })

  it('fails where nothing ever connected', () => {
    expect(status(check, [])).toBe('failed')
  })
})
