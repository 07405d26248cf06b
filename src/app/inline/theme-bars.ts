/** The browser's own bar in each theme: the colour of the app's top bar, which touches it. */
export const THEME_BARS = { light: '#ffffff', dark: '#131922' } as const
