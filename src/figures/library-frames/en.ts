export default {
  label: 'The same text in four libraries’ frames',
  alternative:
    'For the text “Tea?”, a plain WebSocket and reconnecting-websocket send a frame with these 4 bytes in it. socket.io sends 42["chat","Tea?"], 17 bytes, and graphql-ws an operation of 119 bytes. Once the connection is open, the first two send nothing, socket.io 40, graphql-ws {"type":"connection_init"}. While nobody speaks, socket.io answers each 2 with 3, a message, and graphql-ws’s server sends Ping frames, which the browser answers.',
  text: 'What you say',
  moment: 'The client sends',
  moments: { open: 'once it’s open', message: 'your text', quiet: 'while nobody speaks' },
  frame: '{header} + {payload} bytes',
  nothing: 'nothing',
  pong: 'a Pong frame: the browser answers the server’s Ping by itself',
  same: 'Two of them are alike: a server can’t tell reconnecting-websocket from a plain WebSocket.',
  outcome:
    'Of graphql-ws’s {total} bytes, {own} are yours; of socket.io’s {ioTotal}, {ioOwn}. Quotation marks cost more where they have to be escaped.',
  speaks: 'Before your first word, two of them have spoken: their servers wait for it.',
  answers:
    'socket.io’s server asks with a message, 2, every 25 seconds, so its client has to answer. graphql-ws’s asks with a Ping frame, every 12 seconds.',
} as const
