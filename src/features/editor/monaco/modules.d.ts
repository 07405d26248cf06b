/** A module of Monaco that comes without types. */
declare module 'monaco-editor/languages/features/typescript/tsMode' {
  import type { LanguageServiceDefaults } from 'monaco-editor/languages/features/typescript/register'

  export function setupJavaScript(defaults: LanguageServiceDefaults): void
}
