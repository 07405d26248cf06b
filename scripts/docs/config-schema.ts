/** The JSON Schema of `public/config.json`, for completion and checks in editors. */
import { z } from 'zod'
import { configSchema, presetSchema } from '../../src/stores/config.ts'

// Kept apart from the schema, which the page loads without these sentences.
const descriptions = z.registry<{ description: string }>()
const addDescriptions = (
  fields: Readonly<Record<string, z.ZodType>>,
  texts: Record<string, string>,
) => {
  for (const [name, description] of Object.entries(texts)) {
    const field = fields[name]
    if (field === undefined) throw new Error(`config.json has no field ${name}`)
    descriptions.add(field, { description })
  }
}

addDescriptions(configSchema.shape, {
  defaultEndpoint:
    'What programs connect to at first. "lesson": the scenario that each lesson names. "built-in/<scenario>": that scenario in every lesson, for example "built-in/echo". Otherwise the name of one of the endpoints below. Checks on frames need a built-in endpoint.',
  endpoints: 'Endpoints that learners can choose, besides the built-in scenarios.',
  allowAnyUrl: 'Whether learners can type any ws:// or wss:// URL.',
  locked: 'Whether endpoint, routing and link conditions are fixed for learners.',
  routed:
    'Whether every socket that a program opens goes to the chosen endpoint, whatever URL the code names. Learners can switch it unless locked.',
  conditions: 'The link of the built-in endpoint, for lessons that do not set their own.',
})
addDescriptions(configSchema.shape.conditions.unwrap().shape, {
  latency: 'One way, milliseconds.',
  jitter: 'Up to this many milliseconds more, drawn for each segment.',
  bandwidth: 'Octets a second each way; null is unlimited.',
  idleTimeout:
    'A proxy in the middle ends a connection on which nothing has passed for this many milliseconds; absent or null: no proxy does.',
})
addDescriptions(presetSchema.shape, {
  name: 'Shown in the list; no two may be the same.',
  kind: '"lab": the lab server of this project. "live": any other WebSocket server.',
  url: 'A ws:// or wss:// URL with no fragment, used whole. A lab server’s is …/lab/<scenario>, or …/lab/ for all its scenarios; it may be relative to the page, when it serves the page too.',
  note: 'One sentence under the name: one for every language, or one for each.',
})

export function configJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, {
    io: 'input',
    reused: 'inline',
    metadata: descriptions,
  })
  return {
    $schema,
    title: 'Configuration of Upgrade 101',
    description:
      'Read by the page when it starts. Edit it where the site is served; nothing has to be built again. A field that is left out has its default.',
    ...schema,
  }
}
