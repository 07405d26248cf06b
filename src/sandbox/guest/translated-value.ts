import type { RemoteProperty, RemoteValue } from '../../core/trace/remote-value.ts'
import type { ProgramFiles } from './program-files.ts'

/** An error, wherever it is in a value, has a stack with columns of the running text. */
export function translated(value: RemoteValue, files: ProgramFiles): RemoteValue {
  const inside = (properties: readonly RemoteProperty[]): RemoteProperty[] =>
    properties.map((property) => ({ ...property, value: translated(property.value, files) }))
  const beside = (properties: readonly RemoteProperty[] | undefined) =>
    properties === undefined ? {} : { properties: inside(properties) }
  switch (value.kind) {
    case 'error': {
      const stack = files.translateStack(value.stack)
      return { ...value, stack, ...beside(value.properties) }
    }
    case 'array': {
      const items = value.items.map((item) => translated(item, files))
      return { ...value, items, ...beside(value.properties) }
    }
    case 'object':
      return { ...value, properties: inside(value.properties) }
    default:
      return value
  }
}
