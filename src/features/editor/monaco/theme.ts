/** Monaco's colours, read from the tokens of the page. */
import { editor } from 'monaco-editor/editor'
import { readColours } from '../../../ui/token-colour.ts'

const THEME = 'upgrade-101'

/** Writes a colour as `#rrggbb` or `#rrggbbaa`, the only forms that Monaco takes. */
function hexWriter(): (colour: string, alpha: number) => string {
  const canvas = document.createElement('canvas').getContext('2d')
  return (colour, alpha) => {
    if (canvas === null) return '#808080'
    // A canvas converts an opaque CSS colour to #rrggbb.
    canvas.fillStyle = colour
    const hex = String(canvas.fillStyle)
    const opacity = Math.round(alpha * 255)
    return alpha === 1 ? hex : `${hex}${opacity.toString(16).padStart(2, '0')}`
  }
}

/** Takes the page's current colours. */
export function applyTheme(theme: 'light' | 'dark'): void {
  const hex = hexWriter()
  const data = readColours(document.body, (colourOf) =>
    themeData(theme, (token, alpha = 1) => hex(colourOf(token), alpha)),
  )
  editor.defineTheme(THEME, data)
  editor.setTheme(THEME)
}

function themeData(
  theme: 'light' | 'dark',
  colour: (token: string, alpha?: number) => string,
): editor.IStandaloneThemeData {
  /** A rule's colour has no hash. */
  const rule = (token: string, variable: string) => ({
    token,
    foreground: colour(variable).slice(1),
  })
  return {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: colour('--text').slice(1), background: colour('--panel').slice(1) },
      rule('keyword', '--kw'),
      rule('tag', '--kw'),
      rule('string', '--str'),
      rule('regexp', '--str'),
      rule('function', '--fn'),
      rule('attribute', '--fn'),
      rule('number', '--num'),
      rule('comment', '--com'),
    ],
    colors: {
      foreground: colour('--text'),
      focusBorder: colour('--brand'),
      'editor.background': colour('--panel'),
      'editor.foreground': colour('--text'),
      'editorCursor.foreground': colour('--text'),
      'editor.selectionBackground': colour('--brand', 0.28),
      'editor.inactiveSelectionBackground': colour('--brand', 0.16),
      'editor.selectionHighlightBackground': colour('--brand', 0.12),
      'editor.wordHighlightBackground': colour('--brand', 0.12),
      'editor.wordHighlightStrongBackground': colour('--brand', 0.18),
      'editor.wordHighlightTextBackground': colour('--brand', 0.12),
      'editor.findMatchBackground': colour('--connecting', 0.4),
      'editor.findMatchHighlightBackground': colour('--connecting', 0.2),
      'editor.rangeHighlightBackground': colour('--brand', 0.08),
      'editor.symbolHighlightBackground': colour('--brand', 0.08),
      'editorLineNumber.foreground': colour('--faint'),
      'editorLineNumber.activeForeground': colour('--faint'),
      'editorBracketMatch.background': colour('--brand', 0.16),
      'editorBracketMatch.border': colour('--edge'),
      'editorIndentGuide.background1': colour('--line'),
      'editorIndentGuide.activeBackground1': colour('--edge'),
      'editorError.foreground': colour('--bad'),
      'editorWarning.foreground': colour('--connecting'),
      'editorInfo.foreground': colour('--in'),
      'editorMarkerNavigation.background': colour('--raised'),
      'editorMarkerNavigationError.background': colour('--bad'),
      'editorWidget.background': colour('--panel'),
      'editorWidget.foreground': colour('--text'),
      'editorWidget.border': colour('--line'),
      'widget.shadow': theme === 'dark' ? colour('--bg', 0.8) : colour('--text', 0.12),
      'editorHoverWidget.background': colour('--panel'),
      'editorHoverWidget.border': colour('--line'),
      'editorSuggestWidget.background': colour('--panel'),
      'editorSuggestWidget.border': colour('--line'),
      'editorSuggestWidget.foreground': colour('--text'),
      'editorSuggestWidget.highlightForeground': colour('--brand'),
      'editorSuggestWidget.focusHighlightForeground': colour('--brand'),
      'editorSuggestWidget.selectedBackground': colour('--raised'),
      'editorSuggestWidget.selectedForeground': colour('--text'),
      'list.hoverBackground': colour('--raised'),
      'list.focusBackground': colour('--raised'),
      'list.focusForeground': colour('--text'),
      'list.highlightForeground': colour('--brand'),
      'quickInput.background': colour('--panel'),
      'quickInput.foreground': colour('--text'),
      'quickInputList.focusBackground': colour('--raised'),
      'quickInputList.focusForeground': colour('--text'),
      'pickerGroup.foreground': colour('--soft'),
      'pickerGroup.border': colour('--line'),
      'menu.background': colour('--panel'),
      'menu.foreground': colour('--text'),
      'menu.selectionBackground': colour('--raised'),
      'menu.selectionForeground': colour('--text'),
      'menu.separatorBackground': colour('--line'),
      'menu.border': colour('--line'),
      'input.background': colour('--panel'),
      'input.foreground': colour('--text'),
      'input.border': colour('--edge'),
      'input.placeholderForeground': colour('--faint'),
      'inputOption.activeBackground': colour('--brand', 0.2),
      'inputOption.activeBorder': colour('--brand'),
      'inputOption.activeForeground': colour('--text'),
      'keybindingLabel.background': colour('--raised'),
      'keybindingLabel.foreground': colour('--soft'),
      'keybindingLabel.border': colour('--line'),
      'keybindingLabel.bottomBorder': colour('--line'),
      'textLink.foreground': colour('--in'),
      'textLink.activeForeground': colour('--in'),
      'textCodeBlock.background': colour('--raised'),
      'icon.foreground': colour('--soft'),
      'scrollbarSlider.background': colour('--edge', 0.3),
      'scrollbarSlider.hoverBackground': colour('--edge', 0.5),
      'scrollbarSlider.activeBackground': colour('--edge', 0.6),
      'scrollbar.shadow': colour('--line', 0),
    },
  }
}
