export default {
  lessons: 'All lessons. This is {title}',
  solved: 'solved',
  place: 'Lesson {number} of {total}',
  recording: 'A recording: nothing is running',
  fault: 'Find the fault: {part}',
  help: 'Help and shortcuts',
} as const
