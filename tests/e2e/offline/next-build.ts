import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildList, filesIn } from '../../../scripts/pages/build-list.ts'

/** What pages and programs' documents of the next build are called. */
export const NEXT = { build: 'next', program: 'Revised' }

/** Copies a built site and makes another build of it: pages, sandbox and worker. */
export async function writeNextBuild(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true })
  const edit = async (file: string, change: (text: string) => string) => {
    const path = join(to, file)
    await writeFile(path, change(await readFile(path, 'utf8')))
  }
  for (const file of (await filesIn(to)).filter((name) => name.endsWith('.html')))
    await edit(file, (html) =>
      html
        .replace(/data-build="\w+"/, `data-build="${NEXT.build}"`)
        .replace('<title>Program</title>', `<title>${NEXT.program}</title>`),
    )
  const list = JSON.stringify(await buildList(to, NEXT.build))
  await edit('service-worker.js', (script) =>
    script.replace(/^.*\n/, () => `const BUILD_LIST = ${list};\n`),
  )
}
