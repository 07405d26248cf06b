/** Sizes that both editors share, in pixels, so that no letter moves when Monaco takes over. */
export const LINE_HEIGHT = 21
export const FONT_SIZE = 13
/** Above the first line and below the last. */
export const PADDING = 14
/** A note above a line. */
export const NOTE_HEIGHT = 18
/** Room for line numbers, in characters. */
export const NUMBER_CHARACTERS = 4
/** Between the line numbers and the text, where a line's events are marked. */
export const MARK_WIDTH = 16

/** Spaces that Tab indents by. */
export const INDENT = 2
