/** A line of a Markdown file that cannot be used, and why. Lines count from 1. */
export class MarkdownError extends Error {
  readonly line: number

  constructor(line: number, reason: string) {
    super(reason)
    this.name = 'MarkdownError'
    this.line = line
  }
}
