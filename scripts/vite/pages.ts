/**
 * Addresses are files: each page is rendered when the site is built, by the components that the app
 * shows in a browser. The development server sends pages without content, which the app fills.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Manifest, Plugin } from 'vite'
import { DEFAULT_LOCALE, languageOf, LOCALES, type Locale } from '../../src/core/locale/locale.ts'
import type { BuildList } from '../../src/offline/build-list.ts'
import english from '../../src/locales/en/app.ts'
import { ENTRY, pageAssets } from '../pages/page-assets.ts'
import { missingDocument } from '../pages/missing-document.ts'
import { buildId, buildList } from '../pages/build-list.ts'
import { headTags, themeTags, type PageAbout } from '../pages/head-tags.ts'
import { pageDocument } from '../pages/page-document.ts'
import { siteAddress, SITE_VARIABLE } from '../pages/site-address.ts'
import { robots, sitemap } from '../pages/sitemap.ts'
import { WEB_MANIFEST, webManifest } from '../pages/web-manifest.ts'
import { buildChunk } from './build-chunk.ts'

const RENDERER = 'src/app/render-page.ts'
const MANIFEST = 'manifest.json'
const HEAD = '<!-- what the site says of itself -->'
const LINKS = '<!-- the course in each language -->'

/** `index.html`, which leads to the course. */
const FIRST_PAGE: PageAbout = {
  address: '/index.html',
  locale: DEFAULT_LOCALE,
  title: 'Upgrade 101',
  description: english.description,
}

/** `/en/`, `/en/first-echo.html`. */
const isAddress = (pathname: string, locale: Locale) =>
  pathname.startsWith(`/${locale}/`) && /^[^/]+\/(?:[^/]+\.html)?$/.test(pathname.slice(1))

export function pages(root: string): Plugin {
  const site = siteAddress(process.env[SITE_VARIABLE])
  const inRoot = (file: string) => path.join(root, file)
  /** A script of `src/app/inline/`, as it is within a page. */
  const inlineScript = async (name: string) => {
    const entry = inRoot(`src/app/inline/${name}.ts`)
    return (await buildChunk(entry, { minify: true, output: { format: 'iife' } })).code.trim()
  }

  return {
    name: 'upgrade-101:pages',

    config: () => ({
      appType: 'mpa',
      environments: {
        client: {
          build: {
            manifest: MANIFEST,
            rolldownOptions: { input: { index: 'index.html', app: ENTRY } },
          },
        },
        ssr: {
          build: {
            outDir: 'build/pages',
            emptyOutDir: true,
            copyPublicDir: false,
            rolldownOptions: {
              input: RENDERER,
              output: { entryFileNames: 'render-page.mjs', chunkFileNames: '[name]-[hash].mjs' },
            },
          },
        },
      },
    }),

    async buildApp(builder) {
      const { client, ssr } = builder.environments
      if (client === undefined || ssr === undefined) throw new Error('an environment is missing')
      await builder.build(client)
      await builder.build(ssr)
      await writePages()
    },

    transformIndexHtml(html) {
      if (!html.includes(LINKS)) return html
      const links = LOCALES.map(
        (locale) =>
          `<li><a href="${locale}/index.html" hreflang="${locale}" lang="${locale}">${languageOf(locale).name}</a></li>`,
      )
      const head = [...themeTags, ...headTags(FIRST_PAGE, './', site)]
      return html.replace(HEAD, head.join('\n')).replace(LINKS, links.join('\n'))
    },

    configureServer(server) {
      // The assets of a page without content: Vite adds the styles of the modules that it loads.
      const assets = {
        entry: `/${ENTRY}`,
        styles: [],
        preloads: [],
        fonts: [],
        icon: '/favicon.svg',
        root: '/',
        build: null,
      }
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        const locale = LOCALES.find((tag) => isAddress(pathname, tag))
        if (locale === undefined) {
          next()
          return
        }
        const send = async () => {
          const script = await inlineScript('before-app')
          const document = pageDocument(emptyPage(pathname, locale), assets, script, site)
          response.setHeader('Content-Type', 'text/html; charset=utf-8')
          response.end(await server.transformIndexHtml(pathname, document))
        }
        send().catch(next)
      })
    },
  }

  async function serviceWorker(list: BuildList): Promise<string> {
    const { code } = await buildChunk(inRoot('src/offline/worker.ts'), {
      minify: true,
      output: { format: 'iife' },
    })
    return `const BUILD_LIST = ${JSON.stringify(list)};\n${code}`
  }

  async function writePages(): Promise<void> {
    const output = inRoot('dist')
    const manifest: Manifest = JSON.parse(await readFile(path.join(output, MANIFEST), 'utf8'))
    const scripts = {
      'before-app': await inlineScript('before-app'),
      'before-course': await inlineScript('before-course'),
    }
    const renderer: typeof import('../../src/app/render-page.ts') = await import(
      pathToFileURL(inRoot('build/pages/render-page.mjs')).href
    )
    await writeFile(path.join(output, WEB_MANIFEST), webManifest())
    const rendered = []
    for (const address of renderer.addresses) rendered.push(await renderer.renderPage(address))
    const id = await buildId(output, rendered)
    for (const page of rendered) {
      const file = path.join(output, page.address)
      await mkdir(path.dirname(file), { recursive: true })
      const assets = { ...pageAssets(manifest, page.modules, page.wanted), build: id }
      await writeFile(file, pageDocument(page, assets, scripts[page.script], site))
    }
    if (site !== null) {
      await writeFile(path.join(output, 'sitemap.xml'), sitemap(renderer.addresses, site))
      await writeFile(path.join(output, 'robots.txt'), robots(site))
    }
    const missing = missingDocument(
      await renderer.missingPageTexts(),
      await inlineScript('missing-page'),
    )
    await writeFile(path.join(output, '404.html'), missing)
    // It is of use to this function alone.
    await rm(path.join(output, MANIFEST))
    // Last, for it names every other file.
    const list = await buildList(output, id)
    await writeFile(path.join(output, 'service-worker.js'), await serviceWorker(list))
  }
}

function emptyPage(address: string, locale: Locale) {
  return {
    address,
    locale,
    title: 'Upgrade 101',
    description: '',
    trouble: { causes: {}, blocked: '', open: '', reload: '' },
    html: '',
    teleports: '',
  }
}
