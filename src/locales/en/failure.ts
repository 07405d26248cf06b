export default {
  label: 'A connection that did not open',
  title: 'The connection to {url} did not open',
  told: 'After {time} the browser told the program all that it tells: an error event with nothing in it, then close with code 1006.',
  answered: 'The lab server recorded what the browser hides: the answer was {answer}.',
  broken: 'The browser did not accept it: {rule}.',
  showAnswer: 'Show the answer',
  hidden: {
    title: 'What the browser keeps to itself',
    text: 'Whether the name was found, whether anybody listened, what was wrong with a certificate, which status the server answered. A page that learned this could explore the networks of its readers. To you the developer tools show more: F12, Network, WS.',
  },
  causes: 'What it may be, and what to try',
  cause: {
    offline: 'This computer is offline. The built-in endpoint needs no network.',
    mixedContent:
      'The page came over https, and a browser blocks ws:// from it. Use wss://, or open the course from the lab server (npm start).',
    blockedPort: 'No browser connects to this port. Let the server use another one.',
    permission:
      'The address is on your machine or in your local network, and this site may not connect there. Allow it when the browser asks, or in the settings of this site, beside the address bar.',
    silence:
      'Nobody answered for a long time. A firewall may swallow what is sent there, or the server is stuck.',
    nobodyListens:
      'Nothing listens at this port of your machine. Start your server, and see which port it prints.',
    labServer:
      'The lab server does not answer. Start it with npm start, and open the address that it prints.',
    unreachable:
      'The name is not known, or its server cannot be reached. Look for a typing error; open the same name over https:// in a tab.',
    certificate:
      'The certificate is not valid for this name. Open the address with https:// in a tab: there the browser says what is wrong.',
    refused:
      'The server is there and said no: another path, no WebSocket server, or it wants an Origin that it knows. Programs here send Origin: null.',
  },
  lab: {
    asking: 'The lab server is being asked…',
    there: 'The lab server answers at {address} and runs this scenario.',
    notRunning:
      'The lab server answers at {address}, but this scenario does not run: its log says why.',
    absent: 'No lab server answers at {address}.',
    unknown: 'Whether a lab server of another origin runs, this page cannot ask.',
  },
  builtIn: 'Run on the built-in endpoint',
  locked: 'Your instructor has fixed the endpoint: tell them what you see here.',
  dismiss: 'Close',
}
