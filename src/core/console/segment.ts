/** A stretch of printed text in one colour. */
export interface Segment {
  readonly text: string
  readonly kind: 'plain' | 'string' | 'number' | 'keyword' | 'name' | 'soft'
  /** What the program gave for `%c`. */
  readonly style?: Readonly<Record<string, string>>
}

export const plain = (text: string): Segment => ({ text, kind: 'plain' })
export const soft = (text: string): Segment => ({ text, kind: 'soft' })
export const string = (text: string): Segment => ({ text, kind: 'string' })
export const number = (text: string): Segment => ({ text, kind: 'number' })
export const keyword = (text: string): Segment => ({ text, kind: 'keyword' })

export function textOf(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join('')
}
