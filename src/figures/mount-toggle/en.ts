export default {
  label: 'A panel that is shown and hidden',
  alternative:
    'A panel opens a socket and starts a timer each time it is shown. Shown three times without a cleanup, it leaves three sockets open and three timers running. With a cleanup there is one of each while it is shown, and none while it is hidden. If it is mounted twice, as React’s StrictMode does, it leaves two of each without a cleanup, and still one with it.',
  show: 'Show the panel',
  hide: 'Hide the panel',
  reset: 'Start over',
  cleanup: 'When it goes away',
  cleanups: { none: 'nothing', closes: 'clean up' },
  mounting: 'It is mounted',
  mountings: { once: 'once', twice: 'twice, as in StrictMode' },
  panel: 'panel',
  sockets: 'sockets',
  counts: 'Live sockets: {sockets}. Timers: {timers}.',
  right: {
    shown: 'One of each, for the panel that is shown.',
    hidden: 'The panel is hidden, and nothing is left.',
  },
  left: {
    shown: 'The panel needs one of each.',
    hidden: 'The panel is hidden, and needs none.',
  },
  failed: 'The network could not be loaded. Reload the page to try again.',
} as const
