/** A chart on a canvas. Only this file knows uPlot. */
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Chart } from './chart.ts'
import { LINE_STYLES, markPath, type Hue, type LineStyle } from './plot-style.ts'

export interface PlotTheme {
  readonly hueOf: (hue: Hue) => string
  readonly grid: string
  readonly label: string
  /** In CSS's syntax. */
  readonly font: string
  /** CSS pixels that a pixel of the usual text size takes: `text-size.ts`. */
  readonly scale: number
}

export interface PlotOptions {
  readonly theme: PlotTheme
  /** How long the run is, milliseconds. */
  readonly end: () => number
  readonly formatTime: (ms: number) => string
  readonly formatValue: (value: number) => string
}

// Pixels of the usual text size.
const AXIS_WIDTH = 64
const AXIS_HEIGHT = 26
const TOP = 8
/** Room for half of the text of a time at the very end. */
const RIGHT = 24
/** The least distance between two numbers of an axis. */
const SPACE = { x: 88, y: 30 }
/** The least length of a scale, even for a run that took no time. */
const LEAST = 1
const STEPS = uPlot.paths.stepped?.({ align: 1 })
/** Half a byte or half a socket makes no sense. */
const WHOLE = [1, 2, 5]
  .flatMap((first) => Array.from({ length: 13 }, (_, power) => first * 10 ** power))
  .toSorted((one, other) => one - other)

export class Plot {
  readonly #plot: uPlot
  readonly #end: () => number
  /** Of the axis of values, CSS pixels. */
  readonly #axis: number

  constructor(element: HTMLElement, chart: Chart, options: PlotOptions) {
    this.#end = options.end
    this.#axis = AXIS_WIDTH * options.theme.scale
    this.#plot = new uPlot(optionsOf(chart, options), dataOf(chart), element)
  }

  /** Shows the same chart at another time. */
  update(chart: Chart): void {
    this.#plot.setData(dataOf(chart))
  }

  resize(width: number, height: number): void {
    if (width > 0 && height > 0) this.#plot.setSize({ width, height })
  }

  /** From a time in milliseconds to pixels from the left edge of the element. */
  positionOf(time: number): number {
    return this.#axis + (time / Math.max(LEAST, this.#end())) * this.#width
  }

  /** From pixels from the left edge of the element to milliseconds. */
  timeAt(x: number): number {
    const share = (x - this.#axis) / Math.max(1, this.#width)
    return Math.min(1, Math.max(0, share)) * this.#end()
  }

  /** uPlot's own figure: reading it from the page would force a layout. */
  get #width(): number {
    return this.#plot.bbox.width / uPlot.pxRatio
  }

  destroy(): void {
    this.#plot.destroy()
  }
}

function dataOf({ times, lines }: Chart): uPlot.AlignedData {
  return [[...times], ...lines.map(({ values }) => [...values])]
}

function optionsOf(chart: Chart, options: PlotOptions): uPlot.Options {
  const { theme, end, formatTime, formatValue } = options
  const { scale } = theme
  const axis: uPlot.Axis = {
    stroke: theme.label,
    font: theme.font,
    grid: { stroke: theme.grid, width: 1 },
    ticks: { show: false },
  }
  return {
    width: 300,
    height: 150,
    padding: [TOP * scale, RIGHT * scale, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: () => [0, Math.max(LEAST, end())] },
      y: { range: (_plot, _least, most) => [0, Math.max(LEAST, (most ?? 0) * 1.08)] },
    },
    axes: [
      {
        ...axis,
        size: AXIS_HEIGHT * scale,
        space: SPACE.x * scale,
        values: (_plot, times) => times.map(formatTime),
      },
      {
        ...axis,
        size: AXIS_WIDTH * scale,
        space: SPACE.y * scale,
        values: (_plot, values) => values.map(formatValue),
        ...(chart.unit === 'bytes' || chart.unit === 'sockets' ? { incrs: WHOLE } : {}),
      },
    ],
    series: [{}, ...chart.lines.map(({ id }) => seriesOf(chart, LINE_STYLES[id], theme))],
    hooks: chart.shape === 'points' ? { draw: [(plot) => drawMarks(plot, chart, theme)] } : {},
  }
}

function seriesOf(chart: Chart, style: LineStyle, { hueOf }: PlotTheme): uPlot.Series {
  const stroke = hueOf(style.hue)
  if (chart.shape === 'points') return { stroke, paths: () => null, points: { show: false } }
  return {
    stroke,
    width: style.width,
    dash: [...style.dash],
    points: { show: false },
    ...(style.filled ? { fill: `color-mix(in srgb, ${stroke} 12%, transparent)` } : {}),
    ...(STEPS === undefined ? {} : { paths: STEPS }),
  }
}

/** Single points, with a shape for each kind. */
function drawMarks(plot: uPlot, chart: Chart, { hueOf }: PlotTheme): void {
  const { ctx } = plot
  const [times = [], ...lines] = plot.data
  ctx.save()
  ctx.lineWidth = 2 * uPlot.pxRatio
  for (const [index, { id }] of chart.lines.entries()) {
    const { hue, mark = 'circle', filled } = LINE_STYLES[id]
    const path = new Path2D(markPath(mark))
    ctx.strokeStyle = hueOf(hue)
    ctx.fillStyle = ctx.strokeStyle
    for (const [place, value] of lines[index]?.entries() ?? []) {
      const time = times[place]
      if (value === null || value === undefined || time === undefined) continue
      const shape = new Path2D()
      shape.addPath(path, {
        a: uPlot.pxRatio,
        d: uPlot.pxRatio,
        e: plot.valToPos(time, 'x', true),
        f: plot.valToPos(value, 'y', true),
      })
      ctx.stroke(shape)
      if (filled) ctx.fill(shape)
    }
  }
  ctx.restore()
}
