export default {
  place: 'Lesson {number} of {total}',
  help: 'Help and shortcuts',
} as const
