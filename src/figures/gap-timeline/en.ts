export default {
  label: 'A page that is away for a while',
  alternative:
    'A server says eighteen numbered messages, one every half second. The connection is lost after 3 seconds, and the page is back 2 seconds later. If it only joins again, 5 messages are missing. If it gives the number of its last message, it gets those 5 at once, and each message once. If it asks for everything, it gets 5 messages twice.',
  absence: 'It’s away for',
  absences: { '1': '1 s', '2': '2 s', '4': '4 s' },
  rejoin: 'Then it says',
  rejoins: { join: 'join', resume: 'my last was …', everything: 'all of it' },
  said: 'said by the server',
  shown: 'came to the page',
  away: 'away',
  counts: 'Once: {once}. Missing: {missing}. Twice: {twice}.',
  verdict: {
    join: 'The server doesn’t know what the page has seen, so it goes on from here.',
    resume: 'However long it was away, it gets what it missed, and nothing else.',
    everything: 'Nothing is missing, but the page has to skip what it had.',
  },
  failed: 'The network could not be loaded. Reload the page to try again.',
} as const
