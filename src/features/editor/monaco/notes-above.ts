import type { LineNote } from '../contract.ts'
import { NOTE_HEIGHT } from '../metrics.ts'
import type { editor } from './monaco.ts'

function element({ text, strong, tone }: LineNote): HTMLElement {
  const node = document.createElement('div')
  node.className = `note-above tone-${tone}`
  node.style.setProperty('--note-height', `${String(NOTE_HEIGHT)}px`)
  node.append(text)
  if (strong !== undefined) {
    const bold = document.createElement('b')
    bold.textContent = strong
    node.append(' ', bold)
  }
  return node
}

/** @returns a function that replaces the notes in the gaps above lines. */
export function showNotesAbove(code: editor.ICodeEditor): (notes: readonly LineNote[]) => void {
  let zones: string[] = []
  return (notes) => {
    code.changeViewZones((accessor) => {
      for (const zone of zones) accessor.removeZone(zone)
      zones = notes.map((note) =>
        accessor.addZone({
          afterLineNumber: note.line - 1,
          heightInPx: NOTE_HEIGHT,
          domNode: element(note),
          showInHiddenAreas: true,
        }),
      )
    })
  }
}
