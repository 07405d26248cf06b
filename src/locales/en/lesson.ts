export default {
  pane: 'Lesson',
  prose: 'Text of the lesson',
  example: 'Example code',
  table: 'Table',
  linkToSection: 'Link to this section',
  yourTurn: 'Your turn',
  count: '{done} of {total}',
  seeEvent: 'See it at {time}',
  solved: 'Solved',
  next: 'Next lesson',
  toCourse: 'To the course',
  aside: {
    note: 'Note',
    mistake: 'Common mistake',
  },
  task: {
    open: 'To do:',
    pending: 'Not decided yet:',
    passed: 'Done:',
    failed: 'Not right yet:',
    solved: 'Done before:',
  },
  hint: {
    first: 'Give me a hint ({number} of {total})',
    next: 'Another hint ({number} of {total})',
  },
  prediction: {
    title: 'Predict, then run',
    choose: 'Choose what you expect. Being wrong costs nothing.',
    run: 'Now run the program and see.',
    happened: 'what happened',
    yours: 'your prediction',
    right: 'It happened as you predicted.',
    wrong: 'Something else happened. Take another look at the wire.',
  },
  solution: {
    show: 'Compare with the solution',
    title: 'One solution',
    description:
      'Any program that does the same is right. The differences from yours are marked line by line.',
    compare: 'Your program and the solution side by side',
    yours: 'Your program',
    solution: 'Solution',
    failed:
      'The solution could not be loaded. The browser says: {message}. Close this and try again.',
    same: 'Your program is the same, line by line.',
    kept: 'If you use the solution, your own program is kept: you can restore it.',
    use: 'Use this',
    used: 'The solution is in the editor. Your own program is kept.',
    undo: 'Restore my program',
  },
  starter: {
    offer:
      'This lesson was updated and has a new starter ({files}). Yours was made from the old one.',
    take: 'Take the new starter',
    keep: 'Keep mine',
    taken: 'The new starter is in the editor. Your own program is kept.',
    undo: 'Restore my program',
  },
  unknown: {
    title: 'There is no such lesson',
    text: 'This course has no lesson named “{slug}”.',
  },
  failed: {
    title: 'The lesson could not be loaded',
    text: 'The browser says: {message}. Reload the page to try again.',
  },
} as const
