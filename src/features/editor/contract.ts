/**
 * What an editor is to the rest of the code pane. The plain editor and Monaco both answer to it,
 * and neither knows a store. Lines count from 1, columns from 1 in UTF-16 code units.
 */
import type { ProgramFile } from '../../core/program/program-file.ts'
import type { Tone } from '../../core/trace/describe/index.ts'

/** A few words about a line: above it, or at its end. */
export interface LineNote {
  readonly line: number
  readonly place: 'above' | 'end'
  readonly tone: Tone
  readonly text: string
  /** The part that stands out, after `text`. */
  readonly strong?: string
}

/** A problem at a place of the file. */
export interface Marker {
  readonly line: number
  readonly column: number
  readonly message: string
}

export interface HighlightedLine {
  readonly line: number
  readonly tone: Tone
}

export interface EditorProps {
  readonly file: ProgramFile
  /** What is undone and redone together: a file of one lesson, of one scenario. */
  readonly documentId: string
  readonly value: string
  readonly notes: readonly LineNote[]
  /** Lines that events of the run belong to. */
  readonly marks: readonly number[]
  readonly markers: readonly Marker[]
  readonly highlighted: HighlightedLine | null
  /** Tab moves the focus on; otherwise it indents. */
  readonly tabMovesFocus: boolean
  /** Ids of the elements that say how the editor is used. */
  readonly describedBy: string
}

export interface EditorEmits {
  change: [value: string]
  /** The events of this line were asked for: the next one, where one of them is selected. */
  selectLine: [line: number]
}

/** Where the reader of a file is: what survives a change of file, and of editor. */
export interface Place {
  /** Offsets in UTF-16 code units; the caret is at `head`. */
  readonly anchor: number
  readonly head: number
  /** Pixels from the first line's top, notes above lines not counted. */
  readonly scrollTop: number
  readonly scrollLeft: number
}

/** What an editor's component exposes. */
export interface EditorHandle {
  place(): Place
  moveTo(place: Place): void
  /** Scrolls only where the line is out of sight. */
  reveal(line: number): void
  focus(): void
  hasFocus(): boolean
  /** The line of the caret. */
  caretLine(): number
}
