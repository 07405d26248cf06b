import { FIRST_SETTINGS, type Passage } from './passage.ts'

/** Written by `npx vitest run src/figures/config-fixer -u`, and proved by the same test. */
export const FIRST_PASSAGE: Passage = {
  settings: FIRST_SETTINGS,
  toProxy: [
    'GET /chat HTTP/1.1',
    'Host: chat.example',
    'Connection: Upgrade',
    'Upgrade: websocket',
  ],
  toServer: [
    'GET /chat HTTP/1.1',
    'Upgrade: websocket',
    'Connection: upgrade',
    'Host: localhost:8080',
  ],
  status: 101,
  closedAt: null,
}
