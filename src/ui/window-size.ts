/** Media queries. Style sheets repeat them, because custom media are not standard yet. */

/** One pane covers the others. A low window is one at 200 % zoom, or a phone on its side. */
export const NARROW = '(max-width: 767px), (max-width: 1099px) and (max-height: 559px)'
/** The wire is below the code. */
export const MEDIUM = '(min-width: 768px) and (max-width: 1319px)'
