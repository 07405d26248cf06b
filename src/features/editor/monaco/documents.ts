/** Monaco's models, one for each file, with its undo history. */
import { INDENT } from '../metrics.ts'
import { languageOf, type ProgramFile } from '../../../core/program/program-file.ts'
import { editor, Range, Uri } from './monaco.ts'

let workspaces = 0

export class Documents {
  readonly #models = new Map<string, editor.ITextModel>()
  readonly #workspace = ++workspaces
  /** The text is being replaced from outside, not typed. */
  isReplacing = false

  /** @param first the text before it was edited elsewhere, so that those edits can be undone. */
  open(id: string, file: ProgramFile, value: string, first = value): editor.ITextModel {
    let model = this.#models.get(id)
    if (model === undefined) {
      const path = `/${String(this.#workspace)}/${encodeURIComponent(id)}/${file}`
      model = editor.createModel(first, languageOf(file), Uri.from({ scheme: 'file', path }))
      model.setEOL(editor.EndOfLineSequence.LF)
      model.updateOptions({
        tabSize: INDENT,
        insertSpaces: true,
        bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
      })
      this.#models.set(id, model)
    }
    this.replace(id, value)
    return model
  }

  /** Replaces only what differs, so that carets elsewhere stay. The change can be undone. */
  replace(id: string, value: string): void {
    const model = this.#models.get(id)
    const before = model?.getValue()
    if (model === undefined || before === undefined || before === value) return
    const shorter = Math.min(before.length, value.length)
    let head = 0
    while (head < shorter && before[head] === value[head]) head += 1
    let tail = 0
    while (tail < shorter - head && before.at(-1 - tail) === value.at(-1 - tail)) tail += 1
    const range = Range.fromPositions(
      model.getPositionAt(head),
      model.getPositionAt(before.length - tail),
    )
    this.isReplacing = true
    try {
      model.pushStackElement()
      model.pushEditOperations(
        [],
        [{ range, text: value.slice(head, value.length - tail) }],
        () => null,
      )
      model.pushStackElement()
    } finally {
      this.isReplacing = false
    }
  }

  dispose(): void {
    for (const model of this.#models.values()) model.dispose()
    this.#models.clear()
  }
}
