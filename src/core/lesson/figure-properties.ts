/** A property that a figure declares and a lesson sets: `::: figure state-machine steps=4`. */
export type FigureProperty =
  /** A whole number. */
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }

export type FigureProperties = Readonly<Record<string, FigureProperty>>

/** By the name of the figure's folder. */
export type KnownFigures = Readonly<Record<string, FigureProperties>>

export type FigureValues = Readonly<Record<string, string | number>>

/**
 * Reads the properties that a lesson sets.
 * @returns `reasons`: the problems, a sentence each.
 */
export function readFigure(
  known: KnownFigures,
  name: string,
  written: Readonly<Record<string, string>>,
): { readonly values: FigureValues; readonly reasons: readonly string[] } {
  const declared = Object.hasOwn(known, name) ? known[name] : undefined
  if (declared === undefined)
    return {
      values: {},
      reasons: [`there is no figure src/figures/${name}; ${thereAre(Object.keys(known))}`],
    }
  const values: Record<string, string | number> = {}
  const reasons: string[] = []
  for (const [key, text] of Object.entries(written)) {
    const property = Object.hasOwn(declared, key) ? declared[key] : undefined
    const value = property === undefined ? null : valueOf(property, text)
    if (value !== null) values[key] = value
    else if (property !== undefined) reasons.push(`${key}=${text} is not ${wanted(property)}`)
    else
      reasons.push(
        `the figure ${name} has no property ${key}: take ${key}=${text} away or declare it in ` +
          `src/figures/${name}/figure.ts; ${thereAre(Object.keys(declared))}`,
      )
  }
  return { values, reasons }
}

function valueOf(property: FigureProperty, text: string): string | number | null {
  switch (property.kind) {
    case 'number': {
      const value = /^-?\d+$/.test(text) ? Number(text) : NaN
      return value >= property.min && value <= property.max ? value : null
    }
    case 'choice':
      return property.of.includes(text) ? text : null
  }
}

function wanted(property: FigureProperty): string {
  return property.kind === 'number'
    ? `a whole number from ${property.min} to ${property.max}`
    : `one of ${property.of.join(', ')}`
}

const thereAre = (names: readonly string[]) =>
  names.length === 0 ? 'there is none' : `there are ${names.join(', ')}`
