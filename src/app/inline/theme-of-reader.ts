/** The theme that the reader chose, or else the system's. The stores that know it load later. */
export function themeOfReader(): 'light' | 'dark' {
  return chosenTheme() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
}

function chosenTheme(): 'light' | 'dark' | undefined {
  try {
    const { theme } = Object(JSON.parse(localStorage.getItem('upgrade101/settings') ?? 'null'))
    return theme === 'light' || theme === 'dark' ? theme : undefined
  } catch {
    // What is stored is not JSON, or the browser forbids to look.
    return undefined
  }
}
