export default {
  predictFirst: 'A question about this run has no answer yet. Pick one, then press its button.',
  stopped: 'You stopped this run at {time}.',
  /** Of the program in the editor, against the run that is shown. */
  changed: 'The program has changed since this run.',
  views: 'Views of the run',
  selectEvent:
    'Select an event to see its fields, its bytes, what caused it and the line it came from.',
  resizeDetails: 'Resize the details',
  badge: {
    code: '{count} line printed | {count} lines printed',
    wire: '{count} frame on the wire | {count} frames on the wire',
    problems: 'The program has a problem',
  },
  files: 'Save or open',
} as const
