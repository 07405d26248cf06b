import { h, type FunctionalComponent } from 'vue'
import type { Marked } from '../../../core/search/context.ts'

/** A text in which what was looked for is marked. */
const MarkedText: FunctionalComponent<{ readonly text: Marked }> = ({ text }) =>
  text.map((piece) => (piece.isMatch ? h('mark', piece.text) : piece.text))
MarkedText.props = ['text']

export default MarkedText
