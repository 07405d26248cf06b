export default {
  predictFirst: 'Answer the question in the lesson first. Its button runs the program.',
  views: 'Views of the run',
  selectEvent:
    'Select an event to see its fields, its bytes, what caused it and the line it came from.',
  resizeDetails: 'Resize the details',
  files: 'Save or open a run',
} as const
