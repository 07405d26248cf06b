/** Names of new things, and what is made of them. */

const MAX_LENGTH = 60

/**
 * Why a text is no name for a new thing, or null if it is one.
 *
 * @param {string} name
 */
export function problemOfName(name) {
  if (name === '') return 'A name is missing.'
  if (name.length > MAX_LENGTH) return `A name has at most ${MAX_LENGTH} characters.`
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return null
  return `"${name}" is no name: use small letters, digits and single hyphens, beginning with a letter, as in "first-echo".`
}

/**
 * `close-codes` as `closeCodes`.
 *
 * @param {string} name
 */
export function camelCase(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
}

/**
 * `close-codes` as `CloseCodes`.
 *
 * @param {string} name
 */
export function pascalCase(name) {
  return camelCase(name).replace(/^./, (letter) => letter.toUpperCase())
}

/**
 * `close-codes` as `Close codes`.
 *
 * @param {string} name
 */
export function asWords(name) {
  return name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase())
}
