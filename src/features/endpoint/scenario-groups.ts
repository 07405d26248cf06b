/** What a scenario is for. */
export const SCENARIO_GROUPS = {
  talk: ['echo', 'raw-echo', 'chat-room', 'ask-answer', 'numbered-chat', 'clock-push', 'binary'],
  opening: ['slow-accept', 'reject', 'origin-check', 'subprotocol', 'ticket-auth', 'wrong-accept'],
  frames: ['fragments', 'frame-reader', 'compression', 'server-ping', 'slow-reader', 'violations'],
  ending: [
    'close-4001',
    'close-empty',
    'close-twice',
    'tcp-drop',
    'idle-cut',
    'unstable',
    'black-hole',
  ],
} as const

export type ScenarioGroup = keyof typeof SCENARIO_GROUPS | 'more'

const GROUP_OF: ReadonlyMap<string, ScenarioGroup> = new Map(
  Object.entries(SCENARIO_GROUPS).flatMap(([group, names]) =>
    // The names of groups are its keys.
    names.map((name) => [name, group as ScenarioGroup] as const),
  ),
)

/** Scenarios by what they are for, in the order of the groups; those that no group has come last. */
export function groupScenarios(
  scenarios: readonly string[],
): readonly { readonly group: ScenarioGroup; readonly scenarios: readonly string[] }[] {
  const groups: readonly ScenarioGroup[] = ['talk', 'opening', 'frames', 'ending', 'more']
  return groups.flatMap((group) => {
    const own = scenarios.filter((name) => (GROUP_OF.get(name) ?? 'more') === group)
    return own.length === 0 ? [] : [{ group, scenarios: own }]
  })
}
