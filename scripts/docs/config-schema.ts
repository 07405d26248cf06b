/** The JSON Schema of `public/config.json`, for completion and checks in editors. */
import type { Form } from '../../src/core/data/shape.ts'
import {
  conditionFields,
  configFields,
  configShape,
  presetFields,
} from '../../src/stores/config.ts'

// Kept apart from the shape, which the page loads without these sentences.
const descriptions = new Map<Form, string>()
const addDescriptions = (fields: Readonly<Record<string, Form>>, texts: Record<string, string>) => {
  for (const [name, description] of Object.entries(texts)) {
    const field = fields[name]
    if (field === undefined) throw new Error(`config.json has no field ${name}`)
    descriptions.set(field, description)
  }
}

addDescriptions(configFields, {
  defaultEndpoint:
    'What programs connect to at first. "lesson": the scenario that each lesson names. "built-in/<scenario>": that scenario in every lesson, for example "built-in/echo". Otherwise the name of one of the endpoints below. Checks on frames need a built-in endpoint.',
  endpoints: 'Endpoints that learners can choose, besides the built-in scenarios.',
  allowAnyUrl: 'Whether learners can type any ws:// or wss:// URL.',
  locked: 'Whether endpoint, routing and link conditions are fixed for learners.',
  routed:
    'Whether every socket that a program opens goes to the chosen endpoint, whatever URL the code names. Learners can switch it unless locked.',
  conditions: 'The link of the built-in endpoint, for lessons that do not set their own.',
})
addDescriptions(conditionFields, {
  latency: 'One way, milliseconds.',
  jitter: 'Up to this many milliseconds more, drawn for each segment.',
  bandwidth: 'Octets a second each way; null is unlimited.',
  idleTimeout:
    'A proxy in the middle ends a connection on which nothing has passed for this many milliseconds; absent or null: no proxy does.',
})
addDescriptions(presetFields, {
  name: 'Shown in the list; no two may be the same.',
  kind: '"lab": the lab server of this project. "live": any other WebSocket server.',
  url: 'A ws:// or wss:// URL with no fragment, used whole. A lab server’s is …/lab/<scenario>, or …/lab/ for all its scenarios; it may be relative to the page, when it serves the page too.',
  note: 'One sentence under the name: one for every language, or one for each.',
})

export function configJsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Configuration of Upgrade 101',
    description:
      'Read by the page when it starts. Edit it where the site is served; nothing has to be built again. A field that is left out has its default.',
    ...schemaOf(configShape),
  }
}

/** A shape as JSON Schema. */
function schemaOf(form: Form): object {
  const description = descriptions.get(form)
  return { ...(description === undefined ? {} : { description }), ...constraintsOf(form) }
}

function constraintsOf(form: Form): object {
  switch (form.is) {
    case 'string':
      return { type: 'string', ...(form.minLength > 0 ? { minLength: form.minLength } : {}) }
    case 'boolean':
      return { type: 'boolean' }
    case 'number': {
      const { isInteger, minimum, maximum } = form
      return { type: isInteger ? 'integer' : 'number', minimum, maximum }
    }
    case 'choice':
      return { enum: form.values }
    case 'nullable':
      return { anyOf: [schemaOf(form.form), { type: 'null' }] }
    case 'optional':
      return schemaOf(form.form)
    case 'default':
      return { default: form.value, ...schemaOf(form.form) }
    case 'array':
      return { type: 'array', items: schemaOf(form.item) }
    case 'record':
      return { type: 'object', additionalProperties: schemaOf(form.item) }
    case 'anyOf':
      return { anyOf: form.forms.map(schemaOf) }
    case 'object': {
      const fields = Object.entries(form.fields)
      const required = fields.flatMap(([name, { is }]) =>
        is === 'optional' || is === 'default' ? [] : [name],
      )
      return {
        type: 'object',
        properties: Object.fromEntries(fields.map(([name, field]) => [name, schemaOf(field)])),
        ...(required.length > 0 ? { required } : {}),
        ...(form.isStrict ? { additionalProperties: false } : {}),
      }
    }
  }
}
