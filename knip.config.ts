import type { KnipConfig } from 'knip'

export default {
  entry: [
    // Bundled by our own Vite plugins.
    'src/sandbox/{guest,guest-in-page,guest-in-realm,native-websocket}.ts',
    'src/in-page-network/index.ts',
  ],
} satisfies KnipConfig
