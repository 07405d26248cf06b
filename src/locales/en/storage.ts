export default {
  forbidden:
    'This browser does not let the page store anything. Your programs and progress last until you close this tab.',
  full: 'The browser’s storage for this site is full. New changes last until you close this tab.',
  unreadable:
    'Your browser keeps something for this site that can’t be read here ({name}). It stays where it is, and you start afresh.',
  newer:
    'Your browser keeps something that a newer version of this site stored ({name}). It stays where it is, and you start afresh.',
  show: 'Show what is kept',
} as const
