/**
 * The interface of the plain editor and of Monaco, neither of which knows a store. Lines and columns
 * count from 1, columns in UTF-16 code units.
 */
import type { ProgramFile } from '../../core/program/program-file.ts'
import type { Tone } from '../../core/trace/describe/index.ts'

/** A few words at the end of a line, where they move no code. */
export interface LineNote {
  readonly line: number
  readonly tone: Tone
  readonly text: string
}

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
  /** Each document has its own undo: a file of one lesson and one scenario. */
  readonly documentId: string
  readonly value: string
  /** It can be read, not changed. */
  readonly readOnly: boolean
  readonly notes: readonly LineNote[]
  /** Lines with events of the run. */
  readonly marks: readonly number[]
  readonly markers: readonly Marker[]
  readonly highlighted: HighlightedLine | null
  /** Whether Tab moves the focus; otherwise it indents. */
  readonly tabMovesFocus: boolean
  /** The id of the instructions for the keyboard. */
  readonly describedBy: string
}

export interface EditorEmits {
  change: [value: string]
  /** Select an event of this line; the next one, if one is selected. */
  selectLine: [line: number]
}

/** The reader's place in a file, which survives a change of file or editor. */
export interface Place {
  /** Offsets in UTF-16 code units; the caret is at `head`. */
  readonly anchor: number
  readonly head: number
  /** CSS pixels from the top of the first line. */
  readonly scrollTop: number
  readonly scrollLeft: number
}

export interface EditorHandle {
  place(): Place
  moveTo(place: Place): void
  /** Scrolls only if the line is out of sight. */
  reveal(line: number): void
  focus(): void
  hasFocus(): boolean
  caretLine(): number
}
