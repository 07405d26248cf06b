export default {
  title: 'Kept, but not readable here',
  description:
    'Your browser keeps these for the site. This version of the site can’t read them, so it leaves them alone. Copy what you need.',
  newer: 'A newer version of the site stored this. It can read it again.',
  damaged: 'This is damaged, or something else stored it.',
  copy: 'Copy',
  save: 'Save as a file',
  discard: 'Delete',
  none: 'Nothing is left.',
  otherVersion: {
    text: '{file} was also changed elsewhere: in another tab, or in a file you took in. Both versions are kept.',
    show: 'Show the other one',
    keep: 'Keep this one',
    kept: 'This version is kept.',
  },
} as const
