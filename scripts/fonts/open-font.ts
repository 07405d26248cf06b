import { create, type Font } from 'fontkit'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { decompress } from 'wawoff2'

/** Opens a variable font of ours, the part of it that has the Latin letters. */
export async function openFont(name: 'inter' | 'jetbrains-mono'): Promise<Font> {
  const file = fileURLToPath(
    import.meta.resolve(`@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`),
  )
  // fontkit reads WOFF2 as well, but not the weights of a variable font in it.
  const font = create(Buffer.from(await decompress(await readFile(file))))
  if (!('unitsPerEm' in font)) throw new Error(`${file} holds several fonts`)
  return font
}
