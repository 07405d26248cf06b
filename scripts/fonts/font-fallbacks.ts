/**
 * The style sheet of the fonts that a page shows until its own are there: a font of the reader's
 * system, stretched so that lines break and lie where they will.
 *
 * Letters of two fonts do not differ by one factor. So a fallback is cut into ranges of characters
 * that do, as far as that is not seen: no letter grows by more than `EVENNESS` beside another.
 */
import type { Font } from 'fontkit'
import { ARIAL_BOLD, ARIAL_REGULAR } from './arial-widths.ts'
import { openFont } from './open-font.ts'

/** How often a character comes in the prose of lessons, per mille. Others are rare. */
const FREQUENCY: Readonly<Record<string, number>> = {
  '0': 3.3,
  '1': 2,
  '2': 0.9,
  '3': 0.6,
  '4': 0.7,
  '6': 0.8,
  ' ': 184,
  '#': 2.5,
  '*': 0.8,
  ',': 10.9,
  '-': 16.6,
  '.': 13.6,
  '/': 1.4,
  ':': 26.8,
  A: 2.7,
  C: 2.3,
  D: 0.6,
  E: 1.2,
  F: 0.9,
  G: 0.9,
  I: 1.9,
  L: 0.6,
  N: 2,
  O: 1.4,
  P: 0.9,
  S: 1.1,
  T: 4.9,
  W: 2,
  _: 0.6,
  a: 54.8,
  b: 7.7,
  c: 21.4,
  d: 24.6,
  e: 97.7,
  f: 11.1,
  g: 10.2,
  h: 39.8,
  i: 43.4,
  k: 7.7,
  l: 26.2,
  m: 11.8,
  n: 57.3,
  o: 57.4,
  p: 10.3,
  q: 0.6,
  r: 41.1,
  s: 53,
  t: 72.5,
  u: 14.2,
  v: 6,
  w: 14.6,
  x: 1.7,
  y: 11.7,
  '{': 3.3,
  '|': 2.4,
  '}': 3.3,
}

const RARE = 0.1

/** The first of the characters that `ARIAL_REGULAR` and `ARIAL_BOLD` are about. */
const FIRST = 0x20
const ARIAL_EM = 2048

/** By how much more or less than the average a range of letters is stretched at most. */
const EVENNESS = 0.05
/** Letters whose factors differ by less are one range. */
const STEP = 0.03

/** Fonts for code, in which every character has one width: that width in em. */
const MONOSPACED = [
  { local: ['Menlo Regular', 'DejaVu Sans Mono'], width: 1233 / 2048 },
  { local: ['Consolas'], width: 1126 / 2048 },
  { local: ['Liberation Mono', 'Cousine', 'Courier New'], width: 1229 / 2048 },
] as const

interface Face {
  readonly family: string
  /** Full names of fonts of one width, as systems know them. */
  readonly local: readonly string[]
  /** In the order of `font-weight`: the least and the most. */
  readonly weight: string
  readonly font: Font
  /** The width in our font by the width in the fallback. */
  readonly factor: number
  readonly range?: string
}

function ruleOf({ family, local, weight, font, factor, range }: Face): string {
  const percent = (share: number) => `${Number((share * 100).toFixed(2))}%`
  const metric = (units: number) => percent(units / font.unitsPerEm / factor)
  return `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  src: ${local.map((name) => `local('${name}')`).join(', ')};
  size-adjust: ${percent(factor)};
  ascent-override: ${metric(font.ascent)};
  descent-override: ${metric(-font.descent)};
  line-gap-override: ${metric(font.lineGap)};${range === undefined ? '' : `\n  unicode-range: ${range};`}
}`
}

const advance = (font: Font, code: number) =>
  font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm

/** Of one character: its code, how often it comes, its width in our font and in the fallback. */
interface Character {
  readonly code: number
  readonly frequency: number
  readonly ours: number
  readonly theirs: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** The factor by which text of these characters is wider in our font, on average. */
const factorOf = (characters: readonly Character[]) =>
  sum(characters.map(({ frequency, ours }) => frequency * ours)) /
  sum(characters.map(({ frequency, theirs }) => frequency * theirs))

function rangesOf(characters: readonly Character[]): readonly (readonly Character[])[] {
  const average = factorOf(characters)
  const ranges = new Map<string, Character[]>()
  for (const character of characters) {
    const { code, ours, theirs } = character
    const factor = ours / theirs / average
    const even = Math.min(Math.max(factor, 1 - EVENNESS), 1 + EVENNESS)
    // A space may be as wide as it is: nobody sees its size.
    const key = code === FIRST ? 'space' : `${Math.round((even - 1) / STEP)}`
    ranges.set(key, [...(ranges.get(key) ?? []), character])
  }
  return [...ranges.values()]
}

/** `U+61-63,U+78`. */
function unicodeRange(codes: readonly number[]): string {
  const spans: { first: number; last: number }[] = []
  for (const code of codes) {
    const span = spans.at(-1)
    if (span?.last === code - 1) span.last = code
    else spans.push({ first: code, last: code })
  }
  const hex = (code: number) => code.toString(16)
  return spans
    .map(({ first, last }) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(', ')
}

/** The faces that are shown until Inter is there, in one weight. */
function textFaces(font: Font, weight: number, bold: boolean): readonly Face[] {
  const variation = font.getVariation({ wght: weight })
  const widths = bold ? ARIAL_BOLD : ARIAL_REGULAR
  const characters = widths.map((width, index) => ({
    code: FIRST + index,
    frequency: FREQUENCY[String.fromCodePoint(FIRST + index)] ?? RARE,
    ours: advance(variation, FIRST + index),
    theirs: width / ARIAL_EM,
  }))
  const face = {
    family: 'Inter Fallback',
    local: ['Arial', 'Liberation Sans', 'Arimo'].map((name) => (bold ? `${name} Bold` : name)),
    weight: String(weight),
    font,
  }
  return [
    // Without a range: for characters that no other face is for. A later face comes before it.
    { ...face, factor: factorOf(characters) },
    ...rangesOf(characters).map((range) => ({
      ...face,
      factor: factorOf(range),
      range: unicodeRange(range.map(({ code }) => code)),
    })),
  ]
}

export async function fontFallbacks(): Promise<string> {
  const inter = await openFont('inter')
  const mono = await openFont('jetbrains-mono')
  const faces = [
    ...textFaces(inter, 400, false),
    ...textFaces(inter, 600, true),
    ...textFaces(inter, 650, true),
    ...MONOSPACED.map(({ local, width }, index) => ({
      family: `JetBrains Mono Fallback ${index + 1}`,
      local,
      weight: '100 800',
      font: mono,
      factor: advance(mono, FIRST) / width,
    })),
  ]
  return ['/* Made by npm run docs from the metrics of the fonts. */', ...faces.map(ruleOf)].join(
    '\n\n',
  )
}
