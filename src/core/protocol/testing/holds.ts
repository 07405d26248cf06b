import { expect, test } from 'vitest'
import type { ConnectionOptions } from '../index.ts'
import { expected, play, type Line } from './dialogue.ts'

/** A test of a dialogue: what comes out is what its lines say. */
export function holds(name: string, options: Partial<ConnectionOptions>, lines: readonly Line[]) {
  test(name, () => {
    expect(play(options, lines).said).toEqual(expected(lines))
  })
}

export const client = { role: 'client' } as const
export const server = { role: 'server' } as const
export const key = '37 fa 21 3d'
export const noKey = '00 00 00 00'

/** A Close frame with this reason, as the engine sends it to say what the peer did wrong. */
export function closing(code: number, reason: string): string {
  const length = (2 + reason.length).toString(16).padStart(2, '0')
  return `88 ${length} ${code.toString(16).padStart(4, '0')} "${reason}"`
}
