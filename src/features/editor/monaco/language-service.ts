/**
 * TypeScript's language service for the JavaScript of a program: completion, signatures, hovers and
 * syntax errors. Its worker is large, so it starts once, after the editor is painted.
 */
import serverModules from './server-modules.txt?raw'

let started: Promise<void> | null = null

/** Semantic errors would be wrong: client and server are two programs, and neither is TypeScript. */
async function start(): Promise<void> {
  const { javascriptDefaults, ModuleKind, ModuleResolutionKind, ScriptTarget } =
    await import('monaco-editor/languages/features/typescript/register')
  const { setupJavaScript } = await import('monaco-editor/languages/features/typescript/tsMode')
  javascriptDefaults.setCompilerOptions({
    allowJs: true,
    allowNonTsExtensions: true,
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.NodeJs,
    lib: ['esnext', 'dom', 'dom.iterable'],
  })
  javascriptDefaults.setDiagnosticsOptions({
    noSemanticValidation: true,
    noSuggestionDiagnostics: true,
    noSyntaxValidation: false,
    // `await` at the top of a file and `return` outside a function are the sandbox's to judge.
    diagnosticCodesToIgnore: [1108, 1375, 1378],
  })
  javascriptDefaults.setEagerModelSync(true)
  javascriptDefaults.addExtraLib(serverModules, 'file:///node_modules/server-modules.d.ts')
  // Monaco itself does so at its first JavaScript, which was before this code was loaded.
  setupJavaScript(javascriptDefaults)
}

/** Starts it once. Rejects if its code cannot be loaded; the next call tries again. */
export function startLanguageService(): Promise<void> {
  started ??= start().catch((error: unknown) => {
    started = null
    throw error
  })
  return started
}
