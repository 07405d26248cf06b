import { existsSync } from 'node:fs'
import path from 'node:path'
import { runnerImport, type Plugin } from 'vite'
import { LOCALES } from '../../src/core/locale/locale.ts'

const PLACE = '<!-- app.noScript in each language -->'

/** Says in each language, in `index.html`, that the course needs JavaScript. */
export function noScript(root: string): Plugin {
  const read = async (locale: string) => {
    const file = path.join(root, 'src/locales', locale, 'app.ts')
    if (!existsSync(file)) return ''
    const { module } = await runnerImport<{ default: { noScript?: string } }>(file)
    const { noScript } = module.default
    return noScript === undefined ? '' : `<p lang="${locale}">${noScript}</p>`
  }
  return {
    name: 'no-script',
    async transformIndexHtml(html) {
      if (!html.includes(PLACE)) throw new Error(`index.html has no ${PLACE}`)
      return html.replace(PLACE, (await Promise.all(LOCALES.map(read))).join(''))
    },
  }
}
