/** Media queries. Style sheets repeat them, because custom media are not standard yet. */

/** One pane covers the others. A low window is one at 200 % zoom, or a phone on its side. */
export const NARROW =
  '(max-width: 47.9375rem), (max-width: 68.6875rem) and (max-height: 34.9375rem)'
/** The wire is below the code. */
export const MEDIUM = '(min-width: 48rem) and (max-width: 82.4375rem)'
