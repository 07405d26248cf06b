export default {
  label: 'Sec-WebSocket-Accept, computed step by step',
  alternative:
    'Sec-WebSocket-Accept is computed from Sec-WebSocket-Key in three steps: append the GUID 258EAFA5-E914-47DA-95CA-C5AB0DC85B11 to the key, take the SHA-1 of that text, and encode the 20 bytes in Base64.',
  rfc: 'Key of RFC 6455',
  tutorial: 'Key of old tutorials',
  random: 'A random key',
  append: 'Append the GUID to the key, as text: 60 characters.',
  hash: 'SHA-1 of these characters: 20 bytes.',
  encode: 'Base64: every three bytes become four characters.',
  problem: {
    empty: 'Type a key, or pick one below.',
    character: 'Character {position}, “{character}”, is not one of Base64: A–Z a–z 0–9 + / and =.',
    padding: 'The “=” at position {position} comes too early: a key has at most two, at the end.',
    length: 'A key has 24 characters; this one has {length}.',
    octets: 'A key encodes 16 bytes and ends in “==”; this one encodes {octets} bytes.',
    spareBits:
      'The “{character}” before “==” has bits that 16 bytes don’t fill. Only A, Q, g or w can be there.',
  },
} as const
