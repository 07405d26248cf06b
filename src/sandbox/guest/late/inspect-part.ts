/** Entry of the part `inspect`. */
import { nodeConsole } from '../../../in-page-network/recording/node-console.ts'
import { format, formatWithOptions, inspect } from '../../../in-page-network/server/inspect.ts'
import { nameClasses } from '../../../in-page-network/server/name-classes.ts'
import { provide } from '../scripts.ts'

export const inspectPart = { nameClasses, nodeConsole, format, formatWithOptions, inspect }

provide(inspectPart)
