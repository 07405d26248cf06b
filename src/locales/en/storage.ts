export default {
  forbidden:
    'This browser does not let the page store anything. Your programs and progress last until you close this tab.',
  full: 'The browser’s storage for this site is full. New changes last until you close this tab.',
  corrupt:
    'What was stored under {key} cannot be read. It was moved to {movedTo}, and you start afresh.',
} as const
