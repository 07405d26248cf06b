export default {
  open: 'Share',
  title: 'Share this moment',
  description:
    'The program, its server, the network and the event you selected, all in the address itself. Nothing is sent to a server; whoever has the link can read the program.',
  noRun: 'There is no run to share yet. Run the program first.',
  changed: 'Your program has changed since this run. To share what is in the editor, run it first.',
  note: 'A note, if you like',
  noteHint: 'Such as: “Look at the close code: why 1006?”',
  link: 'Link',
  copy: 'Copy the link',
  copied: 'Copied',
  notCopied: 'The browser didn’t allow it. Select the link and copy it.',
  length: '{count} character | {count} characters',
  selected: '{event} selected',
  tooLong:
    'As a link this would have {count} characters, and mail programs and chats cut links after {most}. So it’s a file of {size}: whoever gets it drops it onto the wire, or opens it under “Save or open”.',
  saveFile: 'Save the file',
  recording: 'This run used a real server, so it can’t run again: the link has its recording.',
  recordingCut:
    'This run used a real server, so it can’t run again: the link has its recording, cut to the first {count} of {total} events to fit. A file has all of them.',
  recordingTooLong:
    'This run used a real server, so it can’t run again, and its recording is too long for a link. A file of {size} has it.',
  as: {
    heading: 'Copy as',
    markdown: {
      name: 'Markdown',
      hint: 'The program and a table of the events, for an issue or an article.',
      button: 'Copy',
    },
    commands: {
      name: 'wscat and websocat',
      hint: 'The same messages from a terminal.',
      button: 'Copy',
      none: 'This run opened no WebSocket.',
    },
    html: {
      name: 'One HTML file',
      hint: 'Page, client and server in one file. It runs anywhere, without a network.',
      button: 'Save',
      failed: 'The file could not be made: {detail}',
    },
    node: {
      name: 'Node project',
      hint: 'A folder for npm install and npm start.',
      button: 'Save',
    },
  },
  markdown: {
    about: 'Server: {server}, latency {latency} ms, seed {seed}.',
    open: '[Open this moment]({url})',
    more: '… and {count} more event. | … and {count} more events.',
  },
  commands: {
    /** Comments of a shell, before the lines. */
    builtIn:
      'The server is in the page of Upgrade 101. Take the program home as a Node project, run npm start there, and put its port here if it isn’t 8080.',
    connection: 'Connection {number}: {url}',
    leftOut:
      '{count} message is left out: no line of text can hold it. | {count} messages are left out: no line of text can hold them.',
    thenType: 'wscat has sent the first message. Then type:',
  },
  band: {
    label: 'From a link',
    link: 'This came from a link.',
    file: 'This came from {file}.',
    waiting: 'Who made it isn’t known. Nothing has run yet, and your own program is safe.',
    closedCase: 'It shows a run of this case, so it may give the answer away.',
    ran: 'This is the run that was shared. Your own program is safe.',
    recording: 'It’s the recording of a run on a real server, so nothing runs here.',
    recordingCut:
      'It’s the beginning of a recording from a real server: {count} of {total} events. Nothing runs here.',
    differs:
      'The run came out differently from the one that was shared. Upgrade 101 may have changed since.',
    hasChanged:
      'The lesson has changed since the link was made, so this may not be what was shared.',
    note: '“{note}”',
    run: 'Run it',
    again: 'Run it again',
    keep: 'Keep as mine',
    back: 'Back to mine',
    close: 'Close',
  },
  kept: 'The program from the link is yours now. Your own is kept.',
  undo: 'Restore my program',
  problem: {
    cut: 'This link is incomplete: its end is missing. Ask for it again, or copy it in one piece.',
    edited: 'This link has been changed on its way, so it can’t be opened. Ask for it again.',
    newer:
      'This link is of version {version}, made by a newer Upgrade 101. This one reads versions up to {newest}.',
    tooLarge: 'This link holds more than the {most} that are allowed.',
    invalid: 'This link holds no program that can run here: {detail}',
    noLesson: 'This link belongs to the lesson “{lesson}”, which this course doesn’t have.',
    gone: 'The lesson has changed since this link was made: “{what}”, which the link counts on, is gone.',
    yours: 'Your own program is as you left it.',
  },
} as const
