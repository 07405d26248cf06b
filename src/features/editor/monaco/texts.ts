/**
 * Loads Monaco's own texts (its find widget, its menus) in this language, where it has them. They
 * are read while its modules are evaluated: call this before the first of them is imported.
 */
export async function loadMonacoTexts(locale: string): Promise<void> {
  if (locale === 'zh-CN') await import('monaco-editor/nls/lang/zh-cn')
}
