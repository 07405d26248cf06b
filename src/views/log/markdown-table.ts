/** A table as Markdown, to be pasted into an issue or a note. */

/** `rows` may be shorter than `header`; a cell of more than one line becomes one. */
export function markdownTable(
  header: readonly string[],
  rows: Iterable<readonly string[]>,
): string {
  const lines = [line(header), line(header.map(() => '---'))]
  for (const row of rows) lines.push(line(header.map((_, column) => row[column] ?? '')))
  return lines.join('\n') + '\n'
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`
}

/** What GitHub's Markdown would read as markup within a line: HTML and formulas included. */
const MARKUP = /[\\`*_[\]<>&|~$]/g

function cell(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(MARKUP, '\\$&')
}
