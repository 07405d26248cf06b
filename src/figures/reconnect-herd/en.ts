export default {
  label: 'Two hundred clients that reconnect',
  alternative:
    'Two hundred clients lose their server at the same moment. If all of them wait the same times, 1, 2, 4 and 8 seconds, all two hundred knock at the same moments, and come back at the same moment. If each waits a random time up to that, the attempts are spread over the whole time, and half of the clients are back sooner.',
  way: 'Each client waits',
  ways: { fixed: '1 s', doubling: '1, 2, 4 … s', jitter: 'random, up to that' },
  outage: 'The server is down for',
  outages: { 2: '2 s', 10: '10 s', 30: '30 s' },
  down: 'down',
  seconds: '{count} s',
  attempts: 'attempts in half a second',
  outcome:
    'At worst, {highest} attempts in half a second; {all} in all. Half of the clients are back after {half}, all of them after {last}.',
  notAll:
    'At worst, {highest} attempts in half a second; {all} in all. Half of the clients are back after {half}. After a minute, some are still waiting.',
  failed: 'The network could not be loaded. Reload the page to try again.',
} as const
