export default {
  title: 'Help',
  description:
    'Read the lesson, change its program and run it, and see on the wire what it did. Your tasks are checked on what the program did, not on how it is written.',
  shortcuts: 'Shortcuts',
  keys: {
    run: 'Run the program',
    leaveEditor: 'Leave the editor',
    events: 'On the wire and in the log: go from event to event',
    find: 'In the log: go to its filter',
    search: 'On the page of the course: search it',
    resize: 'On the line between two panes: resize them; double click resets them',
    close: 'Close what is in front',
    help: 'This help',
  },
  lookUp: 'Look something up',
  glossary: 'Glossary',
  cheatsheet: 'Cheat sheet',
  figures: 'Figures',
  keeping: 'What is kept',
  kept: 'Programs and progress are kept in this browser as you type. Nothing leaves it except what your programs send.',
} as const
