import { defineStore } from 'pinia'
import type { ProgramFile } from '../core/program/program-file.ts'
import { hasFile } from '../core/program/program.ts'
import { useShownPaneStore } from './shown-pane.ts'
import { useWorkspaceStore } from './workspace.ts'

export interface EditorPlace {
  readonly file: ProgramFile
  readonly line?: number
}

/** Leads from elsewhere into the editor, which listens to `goTo`. */
export const useEditorPlaceStore = defineStore('editorPlace', () => {
  const workspace = useWorkspaceStore()
  const shownPane = useShownPaneStore()

  /**
   * Opens a file, and puts the caret there.
   * @param place.line from 1; without it, the caret stays where it was in the file.
   */
  function goTo({ file }: EditorPlace): void {
    if (!hasFile(workspace.files, file)) return
    workspace.activeFile = file
    shownPane.visit('code')
  }

  /** Opens a file where the reader is not sent to it. */
  function open(file: ProgramFile): void {
    if (hasFile(workspace.files, file)) workspace.activeFile = file
  }

  return { goTo, open }
})
