/** Marks and markers as Monaco's decorations. */
import type { HighlightedLine, Marker } from '../contract.ts'
import { editor, MarkerSeverity, Range } from './monaco.ts'

interface LineLooks {
  readonly marks: readonly number[]
  readonly highlighted: HighlightedLine | null
  /** The tooltip of a line's mark. */
  readonly title: (line: number) => string
}

/** Lines that the text does not have are left out. */
export function decorationsOf(
  code: editor.ICodeEditor,
  { marks, highlighted, title }: LineLooks,
): editor.IModelDeltaDecoration[] {
  const model = code.getModel()
  if (model === null) return []
  const exists = (line: number): boolean => line >= 1 && line <= model.getLineCount()
  const decorations: editor.IModelDeltaDecoration[] = []
  for (const line of marks.filter(exists)) {
    decorations.push({
      range: new Range(line, 1, line, 1),
      options: {
        linesDecorationsClassName: 'line-mark',
        linesDecorationsTooltip: title(line),
        lineNumberClassName: 'marked-number',
        lineNumberHoverMessage: { value: title(line) },
      },
    })
  }
  if (highlighted !== null && exists(highlighted.line)) {
    const { line, tone } = highlighted
    decorations.push({
      range: new Range(line, 1, line, 1),
      options: {
        isWholeLine: true,
        className: `line-hit tone-${tone}`,
        marginClassName: `margin-hit tone-${tone}`,
      },
    })
  }
  return decorations
}

/** A marker underlines the word at its column. */
export function markersOf(
  model: editor.ITextModel,
  markers: readonly Marker[],
): editor.IMarkerData[] {
  return markers
    .filter(({ line }) => line >= 1 && line <= model.getLineCount())
    .map(({ line, column, message }) => {
      const word = model.getWordAtPosition({ lineNumber: line, column })
      return {
        severity: MarkerSeverity.Error,
        message,
        startLineNumber: line,
        endLineNumber: line,
        startColumn: word?.startColumn ?? column,
        endColumn: word?.endColumn ?? column + 1,
      }
    })
}
