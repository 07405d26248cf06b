export default {
  unreachable:
    'The connection to {url} failed before it opened. The browser tells a program the close code 1006 and nothing else: whether the name was not found, nobody listened, the certificate was refused or the server said no, it keeps to itself, so that pages cannot explore networks. Its developer tools (F12) may say more.',
  predictFirst: 'First say what you expect, under “Your turn”.',
  useBuiltIn: 'Run it on the built-in endpoint',
}
