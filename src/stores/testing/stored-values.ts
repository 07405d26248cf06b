/**
 * What version 0.1 of the app left in the storage of a browser, byte for byte: a learner's work
 * must open in every later version. Values are added here, never changed.
 */
import { createMemoryBackend, type StorageBackend } from '../storage.ts'

export const STORED_VALUES: Readonly<Record<string, string>> = {
  'upgrade101/workspace/queue':
    '{"version":1,"drafts":{"client.js":{"text":"connect() // again\\n","starter":"connect()\\n"},"server.js@slow-accept":{"text":"// my slow server\\n","starter":"// slow server"}},"previous":{"client.js":{"text":"connect() // mine\\n","starter":"connect()\\n"},"server.js@echo":{"text":"// my lesson’s\\n","starter":"// the lesson’s\\n"},"page.html":{"text":"<input id=\\"mine\\">\\n","starter":"<input id=\\"text\\">\\n"}}}',
  'upgrade101/workspace/play':
    '{"version":1,"drafts":{"client.js":{"text":"play() // mine\\n","starter":"play()\\n"},"server.js@echo":{"text":"// my echo\\n","starter":"// echo server"}},"previous":null}',
  'upgrade101/endpoint':
    '{"routed":false,"picks":{"queue":{"choice":{"kind":"built-in","scenario":"slow-accept"},"conditions":{"latency":250,"jitter":20,"bandwidth":null,"idleTimeout":60000}},"play":{"choice":{"kind":"live","url":"wss://echo.example/socket?room=1"}}}}',
  'upgrade101/progress':
    '{"version":1,"lessons":{"first-echo":{"solved":true,"tasks":["open","echo"],"predictions":{"when-open":"later"}},"queue":{"solved":false,"tasks":["queue"],"predictions":{}}}}',
  'upgrade101/settings':
    '{"locale":"zh-CN","theme":"dark","panes":{"lesson":31.5},"wire":{"connections":"one","rows":"time"}}',
}

/** The storage of a browser that ran version 0.1. */
export function backendWithStoredValues(): StorageBackend {
  const backend = createMemoryBackend()
  for (const [key, value] of Object.entries(STORED_VALUES)) backend.setItem(key, value)
  return backend
}
