import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { wholly } from '../vitest.config.ts'

test('what has to be covered wholly is there, so that no moved file escapes', () => {
  expect(wholly.filter((glob) => !existsSync(glob.replace('/**', '')))).toEqual([])
})
