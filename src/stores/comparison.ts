import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { sameProgram } from '../core/program/program.ts'
import type { PlannedIntervention } from '../core/trace/intervention.ts'
import type { SandboxEndpoint } from '../sandbox/messages.ts'
import { labScenarioOf, withLabScenario } from '../core/endpoint/lab-address.ts'
import { useEndpointStore, type EndpointChoice } from './endpoint.ts'
import { useFrontViewStore } from './front-view.ts'
import type { Recording } from '../run/recording.ts'
import { useOwnOrder } from './own-order.ts'
import { useRecordingsStore } from './recordings.ts'
import { useScenariosStore } from './scenarios.ts'
import { useSessionStore } from './session.ts'
import { seedOf, type RunOrder } from '../run/order.ts'
import { inputsOf, repeatObstacle, repeatWith } from '../run/repeat.ts'
import { useWorkspaceStore } from './workspace.ts'

/** `here` is the first run, `there` the run that was made to compare with it. */
export type ComparedSide = 'here' | 'there'

interface Pair {
  readonly here: Recording
  readonly there: Recording
  readonly mode: 'sameWorld' | 'twoEndpoints'
  /** The endpoint of the second run, for running both again. */
  readonly target: EndpointChoice | null
}

/** Two runs side by side. The other views show either; tasks judge only the learner's own run. */
export const useComparisonStore = defineStore('comparison', () => {
  const recordings = useRecordingsStore()
  const session = useSessionStore()
  const ownOrder = useOwnOrder()
  const endpoint = useEndpointStore()
  const frontView = useFrontViewStore()
  const workspace = useWorkspaceStore()
  const scenarios = useScenariosStore()

  const pair = shallowRef<Pair | null>(null)

  /** The run that the other views show. */
  const shownSide = computed<ComparedSide | null>(() => {
    if (pair.value === null) return null
    if (recordings.shown === pair.value.here) return 'here'
    return recordings.shown === pair.value.there ? 'there' : null
  })
  /** The other views show a run that is not the learner's own. */
  const showsAnotherRun = computed(
    () => shownSide.value !== null && recordings.shown !== recordings.own,
  )
  const interventions = computed(
    () => pair.value?.there.order?.request.interventions ?? NO_INTERVENTIONS,
  )
  /** Why the shown run cannot be repeated with a difference; `null` if it can. */
  const obstacle = computed(() => repeatObstacle(recordings.shown))

  /** Repeats the shown run with one more difference, and compares. */
  function intervene(planned: PlannedIntervention, standAt: number): void {
    const base = recordings.shown
    if (repeatObstacle(base) !== null) return
    const { value } = pair
    const isAnother = value !== null && value.mode === 'sameWorld' && base === value.there
    const here = isAnother ? value.here : base
    const before = isAnother ? interventions.value : NO_INTERVENTIONS
    compare(here, 'sameWorld', null, repeatWith(base, [...before, planned], standAt))
  }

  /** The other endpoints that the program could run on. */
  const otherEndpoints = computed<readonly EndpointChoice[]>(() => {
    const target = recordings.own?.order?.request.endpoint
    if (target === undefined || endpoint.locked) return []
    const inPage = recordings.own?.order?.scenario ?? null
    const scenario = inPage ?? scenarioAt(target) ?? endpoint.askedScenario
    const builtIn: EndpointChoice[] =
      target.kind === 'built-in' ? [] : [{ kind: 'built-in', scenario }]
    const presets = endpoint.list.presets.map(({ kind, url }): EndpointChoice => ({
      kind,
      url: kind === 'lab' ? withLabScenario(url, scenario) : url,
    }))
    return [...builtIn, ...presets].filter(
      (choice) =>
        choice.kind === 'built-in' || target.kind === 'built-in' || choice.url !== target.url,
    )
  })

  /** Runs the program of the learner's own run on another endpoint too, and compares. */
  function runOn(choice: EndpointChoice): void {
    const { own } = recordings
    const order = own?.order
    if (own === null || order === undefined || order === null) return
    if (programHasChanged(order)) {
      const again = session.start({ ...ownOrder(), toTheEnd: true })
      if (again !== null) waiting.value = { first: again, choice }
      return
    }
    compare(own, 'twoEndpoints', choice, orderOn(own, order, choice))
  }

  /** A second run that begins when the first is over. */
  const waiting = shallowRef<{ first: Recording; choice: EndpointChoice } | null>(null)
  watch(
    () => [waiting.value, session.computing] as const,
    ([wait, computing]) => {
      if (wait === null || computing) return
      waiting.value = null
      if (recordings.own === wait.first) runOn(wait.choice)
    },
  )

  function programHasChanged({ request, scenario }: RunOrder): boolean {
    return !sameProgram(request.program, workspace.filesFor(scenario))
  }

  /** The program in the editor has changed since both ran. */
  const isOutdated = computed(() => {
    const order = pair.value?.here.order
    return order !== undefined && order !== null && programHasChanged(order)
  })
  /** The program brings its own server, which only the page can run. */
  const bringsServer = computed(() => {
    const order = pair.value?.here.order
    if (pair.value?.mode !== 'twoEndpoints' || !order) return false
    const { scenario, request } = order
    const server = request.program['server.js']
    return server !== undefined && server !== scenarios.sources[scenario ?? '']
  })

  function orderOn(own: Recording, order: RunOrder, choice: EndpointChoice): RunOrder {
    const scenario = choice.kind === 'built-in' ? choice.scenario : null
    return {
      isJudged: false,
      banner: 'compare.banner.otherEndpoint',
      endpointName: endpoint.nameOf(choice),
      scenario,
      lesson: order.lesson,
      toTheEnd: true,
      request: {
        ...order.request,
        program: workspace.filesFor(scenario),
        endpoint: endpoint.sandboxEndpointOf(choice, seedOf(order.lesson)),
        until: scenario === null ? null : (order.lesson?.worlds[0].until ?? null),
        inputs: inputsOf(own),
        interventions: NO_INTERVENTIONS,
      },
    }
  }

  function compare(
    here: Recording,
    mode: Pair['mode'],
    target: EndpointChoice | null,
    order: RunOrder | null,
  ): void {
    const there = order === null ? null : session.start(order)
    if (there === null) return
    pair.value = { here, there, mode, target }
    frontView.show('compare')
  }

  /** Runs both again, with the program as it is now. */
  function runAgain(): void {
    const { value } = pair
    if (value === null) return
    if (value.target !== null) runOn(value.target)
    else session.run()
  }

  /** Shows this run in the other views; the playhead stays where it is. */
  function show(side: ComparedSide): void {
    const recording = pair.value?.[side]
    if (recording !== undefined) recordings.show(recording)
  }

  /** Back to the learner's own run alone. */
  function close(): void {
    if (recordings.latest !== recordings.own && session.computing) session.stop()
    pair.value = null
    recordings.showOwn()
  }

  // A new own run, or another program, leaves nothing to compare.
  watch(
    () => recordings.own,
    () => {
      pair.value = null
    },
    { flush: 'sync' },
  )

  return {
    pair,
    shownSide,
    showsAnotherRun,
    interventions,
    obstacle,
    otherEndpoints,
    isWaiting: computed(() => waiting.value !== null),
    isOutdated,
    bringsServer,
    intervene,
    runOn,
    runAgain,
    show,
    close,
  }
})

const NO_INTERVENTIONS: readonly PlannedIntervention[] = []

function scenarioAt(target: SandboxEndpoint): string | null {
  return target.kind === 'lab' ? labScenarioOf(target.url) : null
}
