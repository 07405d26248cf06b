export default {
  stateMachine: {
    label: 'The four states, to step through',
    noSocket: 'no socket yet',
    whatNext: 'What happens next?',
    nothingNext: 'Nothing happens any more: a closed socket never opens again.',
    startOver: 'Start over with a new socket',
    back: 'One step back',
    events: 'Events fired',
    noEvent: 'none',
    closeClean: 'close {code}, clean',
    closeUnclean: 'close {code}, not clean',
    arrow: {
      accept: '101 arrives',
      close: 'Close frame',
      finish: 'TCP ends',
      abandon: 'close()',
      refuse: 'handshake fails',
      drop: 'network breaks',
    },
    send: {
      impossible: '–',
      throws: 'throws an InvalidStateError',
      sent: 'sends the message',
      dropped: 'drops the message silently; bufferedAmount grows',
    },
    closing: {
      impossible: '–',
      abandons: 'gives the connection up',
      closes: 'begins the closing handshake',
      nothing: 'does nothing',
    },
    step: {
      accept: 'The server accepts: 101 Switching Protocols',
      refuse: 'The handshake fails: no answer, or not a 101',
      serverCloses: 'The server sends a Close frame',
      drop: 'The network breaks',
      finish: 'Both have sent Close: the TCP connection ends',
      giveUp: 'The connection is gone',
    },
  },
  handshakeBuilder: {
    label: 'Sec-WebSocket-Accept, computed step by step',
    rfc: 'Key of RFC 6455',
    tutorial: 'Key of old tutorials',
    random: 'A random key',
    append: 'Append the GUID to the key, as text: 60 characters.',
    hash: 'SHA-1 of these characters: 20 bytes.',
    encode: 'Base64: each three bytes become four characters.',
    problem: {
      empty: 'Type a key, or take one of those below.',
      character:
        'Character {position}, “{character}”, is not one of Base64: A–Z a–z 0–9 + / and =.',
      padding:
        'The “=” at position {position} stands too early: there are at most two, at the end.',
      length: 'A key has 24 characters; this one has {length}.',
      octets: 'A key stands for 16 bytes and ends in “==”; this one stands for {octets} bytes.',
      spareBits:
        'The “{character}” before “==” carries bits that 16 bytes do not have. Only A, Q, g or w can stand there.',
    },
  },
}
