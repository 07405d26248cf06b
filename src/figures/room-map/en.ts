export default {
  label: 'Who hears what one person says',
  alternative:
    'Ada, Bo and Dot are in the room tea, Cy and Mal in jazz. If the server sends what Ada says to everyone, five people get it, Ada too. If it sends it to the room, Ada, Bo and Dot get it. If it sends it to the others in the room, Bo and Dot get it.',
  speaker: 'Who speaks',
  audience: 'Who gets it',
  audiences: { everyone: 'everyone', room: 'the room', others: 'the others in it' },
  server: 'server',
  counts: 'The server gets 1 message and sends {n}: to {names}.',
  right: 'Everyone else in the room, and nobody beside.',
  wrong: {
    everyone: 'The other room hears it, and {speaker} as well.',
    room: '{speaker} hears it, too.',
  },
  failed: 'The network could not be loaded. Reload the page to try again.',
} as const
