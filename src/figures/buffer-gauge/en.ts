export default {
  label: 'What waits in the buffer',
  alternative:
    'A photo of 3 MB goes out on a line of 1 MB a second, and a second later somebody says Hello. Sent at once, the whole photo waits in the buffer, and Hello behind it: it arrives 2 seconds late. If no more than 256 KB may wait, Hello arrives within 0.4 seconds, and the photo takes 3 seconds all the same.',
  limit: 'May wait',
  limits: { 65536: '64 KB', 262144: '256 KB', 1048576: '1 MB', all: 'all of it' },
  line: 'The line',
  lines: { 250000: '250 KB/s', 1000000: '1 MB/s' },
  buffered: 'bufferedAmount',
  said: 'Hello is said',
  there: 'and is there',
  seconds: '{count} s',
  outcome: 'At most {highest} waited. Hello took {message}. The photo was there after {photo}.',
  failed: 'The network could not be loaded. Reload the page to try again.',
} as const
