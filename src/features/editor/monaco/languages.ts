/** JavaScript, HTML and configurations in Monaco, coloured by the highlighter of the plain editor. */
import { languages } from 'monaco-editor/editor'
import { START, type LineState } from '../../../core/highlight/token.ts'
import { tokenizeLine, type Language } from '../../../core/highlight/tokenize.ts'

class State implements languages.IState {
  readonly line: LineState

  constructor(line: LineState) {
    this.line = line
  }

  clone(): State {
    return this
  }

  equals(other: languages.IState): boolean {
    return (
      other instanceof State &&
      other.line.contexts === this.line.contexts &&
      other.line.afterValue === this.line.afterValue
    )
  }
}

function tokensProvider(language: Language): languages.TokensProvider {
  return {
    getInitialState: () => new State(START),
    tokenize(line, state) {
      const before = state instanceof State ? state.line : START
      const { tokens, next } = tokenizeLine(language, line, before)
      const scopes: languages.IToken[] = []
      let at = 0
      for (const { start, end, kind } of tokens) {
        if (start > at) scopes.push({ startIndex: at, scopes: '' })
        scopes.push({ startIndex: start, scopes: kind })
        at = end
      }
      scopes.push({ startIndex: at, scopes: '' })
      return { tokens: scopes, endState: new State(next) }
    },
  }
}

const JAVASCRIPT: languages.LanguageConfiguration = {
  comments: { lineComment: '//', blockComment: ['/*', '*/'] },
  brackets: [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
    { open: '`', close: '`', notIn: ['string', 'comment'] },
    { open: '/**', close: ' */', notIn: ['string'] },
  ],
  wordPattern: /[\p{ID_Start}$_#][\p{ID_Continue}$]*|\d+(?:\.\d+)?/u,
  indentationRules: {
    increaseIndentPattern: /^.*[{[(]\s*(?:\/\/.*)?$/,
    decreaseIndentPattern: /^\s*[}\])]/,
  },
  // A new line in a block comment starts with a star.
  onEnterRules: [
    {
      beforeText: /^\s*\/\*\*(?!\/)(?:[^*]|\*(?!\/))*$/,
      afterText: /^\s*\*\/$/,
      action: { indentAction: languages.IndentAction.IndentOutdent, appendText: ' * ' },
    },
    {
      beforeText: /^\s*\/\*\*(?!\/)(?:[^*]|\*(?!\/))*$/,
      action: { indentAction: languages.IndentAction.None, appendText: ' * ' },
    },
    {
      beforeText: /^\s* \*(?: (?:[^*]|\*(?!\/))*)?$/,
      action: { indentAction: languages.IndentAction.None, appendText: '* ' },
    },
  ],
}

const HTML: languages.LanguageConfiguration = {
  comments: { blockComment: ['<!--', '-->'] },
  brackets: [
    ['<!--', '-->'],
    ['{', '}'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
}

const NGINX: languages.LanguageConfiguration = {
  comments: { lineComment: '#' },
  brackets: [['{', '}']],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
}

export function registerLanguages(): void {
  const all: readonly [Language, languages.LanguageConfiguration][] = [
    ['javascript', JAVASCRIPT],
    ['html', HTML],
    ['nginx', NGINX],
  ]
  for (const [id, configuration] of all) {
    languages.register({ id })
    languages.setLanguageConfiguration(id, configuration)
    languages.setTokensProvider(id, tokensProvider(id))
  }
}
