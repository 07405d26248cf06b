/** `util.inspect` and `util.format`: Node's own, from its source. */
export { format, formatWithOptions, inspect } from 'node-inspect-extracted'
