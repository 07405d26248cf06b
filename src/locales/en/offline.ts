export default {
  newer: 'A new version of this site is there. What you wrote is kept.',
  open: 'Open it',
} as const
