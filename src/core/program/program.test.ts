import { describe, expect, it } from 'vitest'
import { filesOf, hasFile, mapFiles, programShape, sameProgram, type Program } from './program.ts'
import { languageOf, PROGRAM_FILES, roleOf } from './program-file.ts'

const program: Program = { 'page.html': '<p>', 'client.js': 'connect()' }

describe('a program', () => {
  it('names its files in the order of the tabs', () => {
    expect(filesOf(program)).toEqual(['client.js', 'page.html'])
    expect(hasFile(program, 'page.html')).toBe(true)
    expect(hasFile(program, 'server.js')).toBe(false)
    expect(hasFile(program, 'toString')).toBe(false)
  })

  it('is mapped file by file, without files that it does not have', () => {
    const mapped = mapFiles(program, (text, file) => `${file}: ${text}`)
    expect(mapped).toEqual({ 'client.js': 'client.js: connect()', 'page.html': 'page.html: <p>' })
    expect(Object.keys(mapped)).toEqual(['client.js', 'page.html'])
  })

  it('is the same as one with the same files and texts', () => {
    expect(sameProgram(program, { ...program })).toBe(true)
    expect(sameProgram(program, { 'client.js': 'connect()' })).toBe(false)
    expect(sameProgram({ 'client.js': 'connect()' }, program)).toBe(false)
    expect(sameProgram(program, { ...program, 'client.js': 'connect(1)' })).toBe(false)
  })

  it.each<[string, unknown, string | null]>([
    ['its files', program, null],
    ['no client.js', { 'page.html': '' }, '.client.js: missing'],
    ['a file of another name', { 'client.js': '', 'a.js': '' }, '.a.js: not a property of this'],
    ['no text', { 'client.js': 1 }, '.client.js: expected a string, got a number'],
  ])('has a shape: %s', (_name, value, problem) => {
    expect(programShape(value)).toBe(problem)
  })
})

describe('a file of a program', () => {
  it('has a role and a language', () => {
    expect(PROGRAM_FILES.map((file) => [roleOf(file), languageOf(file)])).toEqual([
      ['client', 'javascript'],
      ['client', 'javascript'],
      ['server', 'javascript'],
      ['proxy', 'nginx'],
      ['page', 'html'],
    ])
  })
})
