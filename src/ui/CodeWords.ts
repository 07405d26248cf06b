import { h, type FunctionalComponent } from 'vue'

/** A sentence in which words between backticks are code. */
const CodeWords: FunctionalComponent<{ readonly text: string }> = ({ text }) =>
  text.split('`').map((words, index) => (index % 2 === 1 ? h('code', words) : words))
CodeWords.props = ['text']

export default CodeWords
