export default {
  title: 'WebSocket, byte by byte',
  intro:
    'A course about the WebSocket protocol that you take in the browser. You read a little, change a program, run it against a real server and see what it did on the wire.',
  start: 'Begin with the first lesson',
  continue: 'Continue with “{title}”',
  again: 'Read “{title}” again',
  play: 'Free play',
  points: {
    server: {
      title: 'The server is in the page',
      text: 'A lesson talks to a server that runs in your browser, on a network whose latency you set. Nothing to install, and no internet needed.',
    },
    wire: {
      title: 'Nothing is hidden',
      text: 'Handshakes, frames, masks and close codes: every byte that passes is listed with its meaning and the line of your code that caused it.',
    },
    checks: {
      title: 'Checked on what it does',
      text: 'Your tasks are judged by what the program did, never by how it is written. When one fails, you are shown the moment it happened.',
    },
  },
  picture: {
    label:
      'The life of a connection: your program asks for an upgrade, the server answers 101, messages go both ways, and Close frames end it.',
    program: 'Your program',
    server: 'Server',
  },
  lessons: 'Lessons',
  progress: '{solved} of {total} solved',
  solved: 'Solved',
  glossary: 'Glossary of all terms',
  cheatsheet: 'Cheat sheet on one page',
  reset: {
    button: 'Reset all lessons',
    text: 'Resets every program to its starter and clears your progress. You can undo this.',
    done: 'All programs and your progress were reset.',
    undo: 'Undo',
  },
} as const
