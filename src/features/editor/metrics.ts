/** CSS pixels. Both editors share these sizes, so that no letter moves when Monaco takes over. */
export const LINE_HEIGHT = 21
export const FONT_SIZE = 13
/** Above the first line and below the last. */
export const PADDING = 14
/** Of a note above a line. */
export const NOTE_HEIGHT = 18
/** Of the line numbers, in characters. */
export const NUMBER_CHARACTERS = 4
/** Between the line numbers and the text. */
export const MARK_WIDTH = 16

/** Spaces. */
export const INDENT = 2
