/** Pixels of the usual text size: `text-size.ts`. Both editors share these sizes, so that no letter moves when Monaco takes over. */
export const LINE_HEIGHT = 21
export const FONT_SIZE = 13
/** Above the first line and below the last. */
export const PADDING = 14
/** Between the end of a line and its note. */
export const NOTE_GAP = 24
/** Of the line numbers, in characters. */
export const NUMBER_CHARACTERS = 4
/** Between the line numbers and the text. */
export const MARK_WIDTH = 16

/** Spaces. */
export const INDENT = 2
