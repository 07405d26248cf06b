export default {
  predictFirst: 'First say what you expect, under “Your turn”.',
} as const
