import { THEME_BARS } from '../../src/app/inline/theme-bars.ts'
import english from '../../src/locales/en/app.ts'

/** Its path in the site. Addresses within are relative to it, so any folder works. */
export const WEB_MANIFEST = 'manifest.webmanifest'

/** The site as an app that can be installed (W3C, Web Application Manifest). */
export function webManifest(): string {
  const manifest = {
    name: english.name,
    short_name: english.name,
    description: english.description,
    id: './',
    start_url: 'index.html',
    scope: './',
    display: 'standalone',
    background_color: THEME_BARS.light,
    theme_color: THEME_BARS.light,
    icons: [
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
