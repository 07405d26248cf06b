/** The folder as a zip file. */
import { strToU8, zipSync } from 'fflate'
import type { HomeFolder } from './home-folder.ts'

/** @param name of the folder in the archive. */
export function homeArchive(name: string, folder: HomeFolder): Uint8Array {
  const files = Object.entries(folder).map(([file, text]) => [`${name}/${file}`, strToU8(text)])
  return zipSync(Object.fromEntries(files))
}
