const texts = {
  title: 'Your progress',
  intro:
    'What you’ve solved so far, as this browser keeps it: to go on at another machine, to hand in, or to print.',
  count: '{solved} of {lessons} lessons solved, {found} of {cases} faults found',
  on: 'Go on: {title}',
  again: 'Read again: {title}',
  case: 'Find the fault: {title}',
  file: {
    title: 'Take it with you',
    text: 'One file holds all of it: your programs, your answers, and what you’ve solved. Take it in on another machine or in another browser. Nothing there gets lost: what’s solved on either side stays solved, and where you changed a program on both sides, both versions are kept.',
    save: 'Save it as a file',
    takeIn: 'Take in a file',
    takenIn: 'Taken in, with one program. | Taken in, with {programs} programs.',
    damaged: 'These programs in it can’t be read, and were left out: {names}.',
    problem: {
      tooLarge: '{file} has {size}. A file of progress has {most} at most.',
      notJson: '{file} isn’t a file of progress, or it was cut. Save it again where it comes from.',
      foreign: '{file} isn’t a file of progress of this course.',
      newer:
        'A newer version of this site saved {file}. Nothing was taken in. Reload this page: perhaps that version is here by now.',
      damaged: '{file} is damaged: what you’ve solved can’t be read from it. Nothing was taken in.',
      unreadable: '{file} can’t be read: {detail}',
    },
  },
  paste: {
    title: 'Tell somebody',
    text: 'Upgrade 101, {date}: {count}.',
    copy: 'Copy the text',
    copied: 'Copied.',
    refused: 'The browser doesn’t allow copying here. Select the text and copy it.',
  },
  paper: {
    title: 'On paper',
    name: 'Name',
    hint: 'Only for the paper. It isn’t kept.',
    print: 'Print this page',
    made: 'Printed on {date}',
    worth:
      'What this page is worth: nobody has checked it. A browser printed it from what it keeps, and anyone can change that. If you need to be sure, ask for the file: it holds the programs, and each of them can be run again.',
  },
  list: {
    title: 'Lesson by lesson',
    state: {
      open: 'not begun',
      begun: 'begun',
      solved: 'solved',
    },
    solvedOn: 'solved on {date}',
  },
} as const

export default texts

declare module '../../locales/messages.ts' {
  interface Messages {
    readonly progress: typeof texts
  }
}
