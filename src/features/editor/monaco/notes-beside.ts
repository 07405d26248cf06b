import { textScale } from '../../../ui/text-size.ts'
import type { LineNote } from '../contract.ts'
import { LINE_HEIGHT, NOTE_GAP } from '../metrics.ts'
import type { editor } from './monaco.ts'

function element(notes: readonly LineNote[]): HTMLElement {
  const node = document.createElement('div')
  node.className = 'line-note'
  for (const { text, tone } of notes) {
    const part = document.createElement('span')
    part.className = `tone-${tone}`
    part.textContent = text
    node.append(part)
  }
  return node
}

/**
 * Notes at the end of lines. Where a line is longer than the editor is wide, its note lies over the
 * line's end, in sight. Monaco's own injected text would be out of sight there.
 * @returns a function that replaces the notes.
 */
export function showNotesBeside(code: editor.ICodeEditor): (notes: readonly LineNote[]) => void {
  const layer = document.createElement('div')
  layer.className = 'line-notes'
  layer.ariaHidden = 'true'
  code.getDomNode()?.append(layer)
  const scale = textScale()
  let shown: readonly { readonly line: number; readonly node: HTMLElement }[] = []

  const place = () => {
    const model = code.getModel()
    if (model === null) return
    const { height, contentLeft, contentWidth, verticalScrollbarWidth } = code.getLayoutInfo()
    const right = contentLeft + contentWidth - verticalScrollbarWidth
    for (const { line, node } of shown) {
      const exists = line <= model.getLineCount()
      const end = exists
        ? code.getScrolledVisiblePosition({
            lineNumber: line,
            column: model.getLineMaxColumn(line),
          })
        : null
      node.hidden = end === null || end.top <= -LINE_HEIGHT * scale || end.top >= height
      if (end === null || node.hidden) continue
      const left = Math.min(end.left + NOTE_GAP * scale, right - node.offsetWidth)
      node.style.transform = `translate(${String(Math.round(left))}px, ${String(end.top)}px)`
    }
  }
  code.onDidScrollChange(place)
  code.onDidLayoutChange(place)
  code.onDidChangeModelContent(place)

  return (notes) => {
    const lines = [...new Set(notes.map(({ line }) => line))]
    shown = lines.map((line) => ({
      line,
      node: element(notes.filter((note) => note.line === line)),
    }))
    layer.replaceChildren(...shown.map(({ node }) => node))
    place()
  }
}
