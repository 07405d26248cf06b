/**
 * Icons as large as the letters of the page, in the colour of the text around them, hidden from
 * assistive technology.
 */
import { h, type FunctionalComponent } from 'vue'

function icon(...paths: readonly string[]): FunctionalComponent {
  return () =>
    h(
      'svg',
      {
        width: '1rem',
        height: '1rem',
        viewBox: '0 0 16 16',
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': 1.5,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
        'aria-hidden': 'true',
        focusable: 'false',
      },
      paths.map((d) => h('path', { d })),
    )
}

export const CheckIcon = icon('M3.5 8.5 6.5 11.5 12.5 5')
export const ChevronDownIcon = icon('M4 6l4 4 4-4')
export const ChevronRightIcon = icon('M6 4l4 4-4 4')
export const ArrowUpIcon = icon('M8 13V3', 'M4 7l4-4 4 4')
export const ArrowDownIcon = icon('M8 3v10', 'M4 9l4 4 4-4')
export const ArrowRightIcon = icon('M3 8h10', 'M9 4l4 4-4 4')
export const CloseIcon = icon('M4 4l8 8', 'M12 4l-8 8')
export const HelpIcon = icon('M5.8 6.1a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5', 'M8 12v.01')
export const SunIcon = icon(
  'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  'M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7',
)
export const MoonIcon = icon('M13 9.6A5.5 5.5 0 0 1 6.4 3a5.5 5.5 0 1 0 6.6 6.6z')
export const SystemThemeIcon = icon(
  'M8 2.2a5.8 5.8 0 1 0 0 11.6V2.2z',
  'M8 2.2a5.8 5.8 0 0 1 0 11.6',
)
export const PlayIcon = icon('M5 3.5v9l7-4.5z')
export const PauseIcon = icon('M5.5 3.5v9', 'M10.5 3.5v9')
export const StopIcon = icon('M4.5 4.5h7v7h-7z')
export const StepIcon = icon('M4.5 3.5v9l6-4.5z', 'M12 3.5v9')
export const ToEndIcon = icon('M3 3.5v9l4.5-4.5z', 'M8 3.5v9l4.5-4.5z', 'M13.5 3.5v9')
export const ResetIcon = icon('M3 8a5 5 0 1 0 1.6-3.7', 'M3 2.5v3h3')
export const UndoIcon = icon('M3 6h6.5a3.5 3.5 0 0 1 0 7H6', 'M6 3 3 6l3 3')
export const SearchIcon = icon('M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z', 'M10.5 10.5l3 3')
export const CopyIcon = icon('M6 6h7v7.5H6z', 'M3 10V2.5h7')
export const LockIcon = icon('M4 7.5h8V13H4z', 'M5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3')
export const BulbIcon = icon(
  'M6 11.5h4M6.5 13.5h3',
  'M8 2.5a4 4 0 0 0-2.4 7.2c.4.3.6.8.6 1.3v.5h3.6V11c0-.5.2-1 .6-1.3A4 4 0 0 0 8 2.5z',
)
export const ExternalIcon = icon('M9.5 3H13v3.5', 'M13 3 7.5 8.5', 'M11 9v4H3V5h4')
export const InfoIcon = icon(
  'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  'M8 7.5v3.2M8 5.3v.01',
)
export const EyeIcon = icon(
  'M1.8 8s2.3-4 6.2-4 6.2 4 6.2 4-2.3 4-6.2 4-6.2-4-6.2-4z',
  'M8 6.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4z',
)
export const WarningIcon = icon('M8 2.8 14 13H2z', 'M8 6.8v2.7M8 11.3v.01')
/** Three places that a line joins. */
export const ShareIcon = icon(
  'M12 2.5a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5z',
  'M4 6.25a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5z',
  'M12 10a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5z',
  'M5.6 7.2l4.8-2.2',
  'M5.6 8.8l4.8 2.2',
)
/** Export and import. */
export const ExchangeIcon = icon('M5 10.5v-8M2.5 5 5 2.5 7.5 5', 'M11 5.5v8M8.5 11l2.5 2.5 2.5-2.5')
/** A run repeated up to a point, and different from there. */
export const BranchIcon = icon(
  'M4.5 13.5v-11',
  'M4.5 10c0-3.5 7-1.5 7-6.5',
  'M9 5.5l2.5-2.5L14 5.5',
)
/** Client to server. */
export const OutIcon = icon('M2.5 8h11', 'M9.5 4l4 4-4 4')
/** Server to client. */
export const InIcon = icon('M13.5 8h-11', 'M6.5 4l-4 4 4 4')
/** Words that point at an event. */
export const AimIcon = icon(
  'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  'M8 6.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z',
)
/** Into the editor. */
export const PutIcon = icon('M3 8h8', 'M8 4.5 11.5 8 8 11.5', 'M13.5 3v10')
export const ChevronLeftIcon = icon('M10 4 6 8l4 4')
export const PlusIcon = icon('M8 3.5v9', 'M3.5 8h9')
export const MinusIcon = icon('M3.5 8h9')
/** Fits the whole height. */
export const FitIcon = icon(
  'M3 2.5h10',
  'M3 13.5h10',
  'M8 5v6',
  'M6 6.8 8 5l2 1.8',
  'M6 9.2 8 11l2-1.8',
)
export const PrintIcon = icon('M4.5 6V2.5h7V6', 'M4.5 11.5H2.5V6h11v5.5h-2', 'M4.5 9.5h7v4h-7z')
export const HistoryIcon = icon('M3 8a5 5 0 1 1 1.6 3.7', 'M3 4.5V8h3.5', 'M8 5.2V8l2 1.2')
export const TimerIcon = icon(
  'M8 4a4.8 4.8 0 1 0 0 9.6A4.8 4.8 0 0 0 8 4z',
  'M8 6.4v2.6l1.6 1',
  'M6.4 1.8h3.2',
)
