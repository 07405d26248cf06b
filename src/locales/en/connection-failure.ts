export default {
  label: 'A connection that did not open',
  title: 'The connection to {url} did not open',
  told: 'After {time}, the browser gave the program all it ever gives: an empty error event, then close with code 1006.',
  answered: 'The lab server recorded what the browser hides: the answer was {answer}.',
  broken: 'The browser did not accept it: {rule}.',
  showAnswer: 'Show the answer',
  hidden: {
    title: 'What the browser keeps to itself',
    text: 'Whether the name was found, whether anything was listening, what was wrong with a certificate, which status the server sent. A page that learned this could explore its readers’ networks. The developer tools show you more: F12, Network, WS.',
  },
  causes: 'What it may be, and what to try',
  cause: {
    offline: 'This computer is offline. The built-in endpoint needs no network.',
    mixedContent:
      'The page was loaded over https, so the browser blocks ws://. Use wss://, or open the course from the lab server (npm start).',
    blockedPort: 'Browsers block this port. Let the server use another one.',
    permission:
      'The address is on your machine or in your local network, and this site is not allowed to connect to it. Allow it when the browser asks, or in the settings of this site, beside the address bar.',
    silence:
      'There was no answer for a long time. A firewall may be dropping what is sent there, or the server is stuck.',
    nobodyListens:
      'Nothing is listening on this port of your machine. Start your server, and see which port it prints.',
    labServer:
      'The lab server does not answer. Start it with npm start, and open the address that it prints.',
    unreachable:
      'The name does not exist, or its server cannot be reached. Look for a typo; open the same name over https:// in a tab.',
    certificate:
      'The certificate is not valid for this name. Open the address with https:// in a tab: there the browser says what is wrong.',
    refused:
      'The server is there but refused: it has another path, is not a WebSocket server, or wants an Origin that it knows. Programs here send Origin: null.',
  },
  lab: {
    asking: 'Asking the lab server…',
    there: 'The lab server answers at {address} and runs this scenario.',
    notRunning:
      'The lab server answers at {address}, but this scenario is not running: its log says why.',
    absent: 'No lab server answers at {address}.',
    unknown: 'This page cannot ask whether a lab server on another origin is running.',
  },
  builtIn: 'Run on the built-in endpoint',
  locked: 'Your instructor has fixed the endpoint: tell them what you see here.',
  dismiss: 'Close',
} as const
