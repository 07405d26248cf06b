/** The YAML between the two `---` lines at the top of a text, and the rest with its first line. */
export function splitFrontMatter(text: string): {
  readonly front: string | null
  readonly body: string
  readonly firstLine: number
} {
  const [whole, front] = /^---\n([\s\S]*?)\n?---\n/.exec(text) ?? []
  if (whole === undefined || front === undefined) return { front: null, body: text, firstLine: 1 }
  return { front, body: text.slice(whole.length), firstLine: whole.split('\n').length }
}
