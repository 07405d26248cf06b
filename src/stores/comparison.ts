import { defineStore, storeToRefs } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { sameProgram } from '../core/program/program.ts'
import type { PlannedIntervention } from '../core/trace/intervention.ts'
import type { SandboxEndpoint } from '../sandbox/messages.ts'
import { labScenarioOf, withLabScenario } from '../core/endpoint/lab-address.ts'
import { useComparedPairStore, type ComparedSide } from './compared-pair.ts'
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

/** Two runs side by side. The other views show either; tasks judge only the learner's own run. */
export const useComparisonStore = defineStore('comparison', () => {
  const recordings = useRecordingsStore()
  const session = useSessionStore()
  const ownOrder = useOwnOrder()
  const endpoint = useEndpointStore()
  const frontView = useFrontViewStore()
  const workspace = useWorkspaceStore()
  const scenarios = useScenariosStore()

  const { pair, shownSide, showsAnotherRun } = storeToRefs(useComparedPairStore())

  /** By which the second run differs: what its world does happens in both. */
  const interventions = computed(() => {
    const { here, there } = pair.value ?? {}
    return interventionsOf(there).slice(interventionsOf(here).length)
  })
  /** Why the shown run cannot be repeated with a difference; `null` if it can. */
  const obstacle = computed(() => repeatObstacle(recordings.shown))

  /** Repeats the shown run with one more difference, and compares. */
  function intervene(planned: PlannedIntervention, standAt: number): void {
    const base = recordings.shown
    if (repeatObstacle(base) !== null) return
    const { value } = pair
    const isAnother =
      value !== null &&
      value.mode === 'sameWorld' &&
      base === value.there &&
      base !== recordings.own
    const here = isAnother ? value.here : base
    const all = [...interventionsOf(base), planned]
    compare(here, 'sameWorld', null, repeatWith(base, all, standAt))
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

  /** Lays the learner's own run beside what a case of find the fault has recorded. */
  function compareWithRecording(): void {
    const here = recordings.besideOwn({ kind: 'start' })
    const { own: there } = recordings
    if (here === null || there === null) return
    pair.value = { here, there, mode: 'sameWorld', target: null }
    recordings.show(there)
    frontView.show('compare')
  }

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
    // The recording is that of another program anyway.
    if (pair.value?.there === recordings.own) return false
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
        interventions: scenario === null ? [] : interventionsOf(own),
      },
    }
  }

  function compare(
    here: Recording,
    mode: 'sameWorld' | 'twoEndpoints',
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
    compareWithRecording,
    runOn,
    runAgain,
    show,
    close,
  }
})

function interventionsOf(recording: Recording | undefined): readonly PlannedIntervention[] {
  return recording?.order?.request.interventions ?? []
}

function scenarioAt(target: SandboxEndpoint): string | null {
  return target.kind === 'lab' ? labScenarioOf(target.url) : null
}
