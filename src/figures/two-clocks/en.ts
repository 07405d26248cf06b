export default {
  label: 'One test, two clocks',
  alternative:
    'The same test runs on two networks: it opens a socket, says something and looks when the answer has come. On both, the server takes three seconds to answer. On the network whose clock is the real one, the test takes more than three seconds of yours. On the one with a virtual clock it takes a few milliseconds, because the test moves the clock to the time of the next event instead of waiting for it.',
  delay: 'The server answers after',
  start: 'Start both',
  stop: 'Stop',
  lanes: { real: 'real clock', virtual: 'virtual clock' },
  said: 'said',
  answered: 'answered',
  yours: 'of your time: {time}',
  before: 'On its network, the test takes {time}. Start it, and see how long you wait.',
  running: 'On the virtual clock, the test is over: {virtual} of your time. The other one waits.',
  over: 'The test takes {time}. On the real clock you waited {real}, on the virtual one {virtual}.',
  failed: 'The network could not be loaded. Reload the page to try again.',
} as const
