import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { generatedFiles } from './generated.ts'

const options = await resolveConfig('package.json')

it.each(Object.entries(generatedFiles))('%s is up to date (npm run docs)', async (file, make) => {
  const text = await format(await make(), { ...options, filepath: file })
  await expect(text).toMatchFileSnapshot(`../../${file}`)
})
