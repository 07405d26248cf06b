export default {
  title: 'Help',
  description:
    'Read on the left, change the program in the middle and run it, and see on the right what it did on the wire. Your tasks are checked on what the program did.',
  shortcuts: 'Shortcuts',
  keys: {
    run: 'Run the program',
    leaveEditor: 'In the editor: make Tab move to the next control, and back again',
    events: 'On the wire and in the log: go from event to event',
    resize: 'On the line between two panes: resize them',
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
