/** How each line is drawn; width, dash or mark tell it apart without colour. */
import type { LineId } from './chart.ts'

export const HUES = ['out', 'in', 'connecting', 'open', 'text', 'soft'] as const
export type Hue = (typeof HUES)[number]
export type Mark = 'circle' | 'square' | 'diamond'

export interface LineStyle {
  readonly hue: Hue
  /** Pixels. */
  readonly width: number
  /** Pixels on and off; empty for a solid line. */
  readonly dash: readonly number[]
  readonly filled: boolean
  /** Marks single points. */
  readonly mark?: Mark
}

const DASHED = [6, 4]

/** Hue and dash show the direction; overhead is thin. */
export const LINE_STYLES: Readonly<Record<LineId, LineStyle>> = {
  payloadOut: { hue: 'out', width: 2, dash: [], filled: false },
  payloadIn: { hue: 'in', width: 2, dash: DASHED, filled: false },
  overheadOut: { hue: 'out', width: 1, dash: [], filled: false },
  overheadIn: { hue: 'in', width: 1, dash: DASHED, filled: false },
  messagesOut: { hue: 'out', width: 2, dash: [], filled: false },
  messagesIn: { hue: 'in', width: 2, dash: DASHED, filled: false },
  handshake: { hue: 'connecting', width: 2, dash: [], filled: false, mark: 'square' },
  ping: { hue: 'soft', width: 2, dash: [], filled: false, mark: 'diamond' },
  message: { hue: 'text', width: 2, dash: [], filled: true, mark: 'circle' },
  bufferedAmount: { hue: 'out', width: 2, dash: [], filled: true },
  liveSockets: { hue: 'open', width: 2, dash: [], filled: true },
}

/** Pixels from the middle of a mark to its edge. */
const MARK_RADIUS = 4

/** A mark around the origin. */
export function markPath(mark: Mark, radius = MARK_RADIUS): string {
  switch (mark) {
    case 'circle':
      return `M${-radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
    case 'square':
      return `M${-radius} ${-radius}h${2 * radius}v${2 * radius}h${-2 * radius}z`
    case 'diamond':
      return `M0 ${-radius - 1}L${radius + 1} 0L0 ${radius + 1}L${-radius - 1} 0z`
  }
  return mark satisfies never
}
