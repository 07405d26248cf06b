export default {
  none: 'The states of a socket. None has been created yet.',
  of: 'The states of {name}',
  is: '{name} is {state}',
  spent: '{duration}',
  soFar: '{duration} so far',
  lasts: 'until the end',
  since: 'since {time}',
  skipped: 'skipped',
  sockets: 'Sockets',
  socket: 'socket {number}',
  live: '{live} live',
} as const
