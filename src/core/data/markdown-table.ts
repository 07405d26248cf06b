/** Tables in Markdown, for issues and notes. */

/** Rows may be shorter than the header. A cell of several lines becomes one line. */
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

/** The characters of inline markup in GitHub's Markdown, HTML and formulas included. */
const MARKUP = /[\\`*_[\]<>&|~$]/g

function cell(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(MARKUP, '\\$&')
}
