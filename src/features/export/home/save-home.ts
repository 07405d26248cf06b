import type { Locale } from '../../../core/locale/locale.ts'
import { saveFile } from '../../../ui/save-file.ts'
import type { HomeProgram } from './home-folder.ts'

/** Saves a program as a folder that runs on Node. What makes the archive is fetched for it. */
export async function saveHome(
  program: HomeProgram['program'],
  name: string,
  title: string,
  locale: Locale,
): Promise<void> {
  const [{ homeFolder }, { homeArchive }] = await Promise.all([
    import('./home-folder.ts'),
    import('./home-archive.ts'),
  ])
  const folder = homeFolder({ program, name, title, locale })
  const folderName = `upgrade-101-${name}`
  saveFile(`${folderName}.zip`, [homeArchive(folderName, folder)], 'application/zip')
}
