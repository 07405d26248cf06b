/** A stretch of printed text in one colour. */
export interface Segment {
  readonly text: string
  readonly kind: 'plain' | 'string' | 'number' | 'keyword' | 'name' | 'soft'
}

export const plain = (text: string): Segment => ({ text, kind: 'plain' })
export const soft = (text: string): Segment => ({ text, kind: 'soft' })

export function textOf(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join('')
}
