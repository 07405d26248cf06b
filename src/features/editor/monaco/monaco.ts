/** The features of Monaco that are used. Each registers itself; all would be a sixth larger. */
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/format/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/gotoLine/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/lineSelection/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/parameterHints/register'
import 'monaco-editor/features/quickCommand/register'
import 'monaco-editor/features/smartSelect/register'
import 'monaco-editor/features/snippet/register'
import 'monaco-editor/features/suggest/register'
import 'monaco-editor/features/wordHighlighter/register'
import 'monaco-editor/features/wordOperations/register'
// The controller that shows suggestions is not in the suggest feature.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
// Moving, selecting, typing, undo.
import 'monaco-editor/editor/browser/coreCommands'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import TypeScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker?worker'
import { registerLanguages } from './languages.ts'

export { editor, MarkerSeverity, Range, Selection, Uri } from 'monaco-editor/editor'

globalThis.MonacoEnvironment = {
  getWorker: (_moduleId, label) =>
    label === 'javascript' ? new TypeScriptWorker() : new EditorWorker(),
}

registerLanguages()
