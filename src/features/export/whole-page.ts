/**
 * A program as one HTML file that runs anywhere: its page, its client, its server, and the network of
 * the course between them. Opened from a disk it needs no other file and no network.
 */
import type { Locale } from '../../core/locale/locale.ts'
import { isPage } from '../../core/program/pasted-page.ts'
import type { Program } from '../../core/program/program.ts'
import type { MomentWorld } from '../../core/share/moment.ts'
import loader from './whole-page-loader.js.txt?raw'

export interface WholePage {
  readonly program: Program
  readonly world: Pick<MomentWorld, 'conditions' | 'seed' | 'servers'>
  readonly title: string
  readonly locale: Locale
  /** The text of `network.js`. */
  readonly network: string
}

/** What stands in a page that has none of its own. */
const EMPTY: Readonly<Record<Locale, string>> = {
  en: '<p>Client and server run in this page. What they print is below, and in the console: F12.</p>',
  'zh-CN': '<p>客户端和服务器都在这个页面里运行。它们的输出在下面，控制台（F12）里也有。</p>',
}

export function wholePage({ program, world, title, locale, network }: WholePage): string {
  const {
    'client.js': client,
    'server.js': server,
    'nginx.conf': proxy,
    'page.html': own,
  } = program
  const isPasted = own === undefined && isPage(client)
  const page = isPasted ? client : (own ?? `${EMPTY[locale]}\n<pre id="printed"></pre>`)
  const { seed, conditions, servers } = world
  const given = {
    client: isPasted ? '' : client,
    server,
    proxy,
    seed,
    conditions,
    servers,
    network,
  }
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width" />
<title>${escaped(title)}</title>
${waiting(page).trimEnd()}
<script type="module">
const given = ${inScript(given)}
${loader.trimEnd()}
</script>
</html>
`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Within a script, nothing ends it and no comment of HTML begins. */
const inScript = (value: unknown) =>
  JSON.stringify(value)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)

/** Scripts of the page wait for the network; the client's own file is none any more. */
function waiting(page: string): string {
  return page
    .replace(/^\s*<!doctype[^>]*>/iu, '')
    .replace(
      /<script\b(?=[^>]*\bsrc\s*=\s*(['"]?)(?:\.?\/)?client\.js\1)[^>]*>\s*<\/script>/giu,
      '',
    )
    .replace(/<script\b([^>]*)>/giu, (tag, attributes: string) => {
      const [, type = ''] = /\btype\s*=\s*["']?([^"'\s>]*)/iu.exec(attributes) ?? []
      const isScript = ['', 'module', 'text/javascript'].includes(type.toLowerCase())
      if (!isScript || /\bsrc\s*=/iu.test(attributes)) return tag
      return `<script type="text/plain" data-waits="${type === 'module' ? 'module' : 'script'}">`
    })
}
