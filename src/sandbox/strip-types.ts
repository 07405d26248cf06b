/**
 * TypeScript and JSX that were pasted: types go, elements become calls, lines stay. Loaded when a
 * program cannot be parsed.
 */
import { transform, type Transform } from 'sucrase'
import { mapFiles, type Program } from '../core/program/program.ts'
import { languageOf } from '../core/program/program-file.ts'

/** The program as JavaScript; as it is where a file is none of these either. */
export function stripTypes(program: Program): Program {
  return mapFiles(program, (source, file) =>
    languageOf(file) === 'javascript' ? stripped(source) : source,
  )
}

function stripped(source: string): string {
  // Without JSX first: `<string>text` is a type there.
  return transformed(source, ['typescript']) ?? transformed(source, ['typescript', 'jsx']) ?? source
}

/** Undefined if it cannot be read: it is the browser's own message that is shown then. */
function transformed(source: string, transforms: Transform[]): string | undefined {
  try {
    return transform(source, {
      transforms,
      // What is imported may be used by names alone, and newer syntax is the browser's to read.
      disableESTransforms: true,
      keepUnusedImports: true,
      // `React.createElement`: who names React has its global. Without paths and places of files.
      production: true,
    }).code
  } catch {
    return undefined
  }
}
