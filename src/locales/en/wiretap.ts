export default {
  reading:
    'Observed by the lab server: the octets that really passed. What only the browser knows is marked as reconstructed.',
  full: 'The lab server’s recording is full: {count} octets were not recorded. From there on, frames are reconstructed.',
  missing:
    'The lab server’s recording could not be read ({url}), so handshakes and frames are reconstructed.',
  lost: 'The lab server’s recording ended early ({url}). From there on, frames are reconstructed.',
  none: 'Observed in the browser, which hides handshake headers, masks, ping and pong. What must have been there is marked as reconstructed.',
} as const
