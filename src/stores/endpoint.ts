import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import {
  anyOf,
  array,
  boolean,
  nullable,
  object,
  oneOf,
  optional,
  record,
  string,
  type Infer,
} from '../core/data/shape.ts'
import type { LinkConditions } from '../core/trace/header.ts'
import type { SandboxEndpoint } from '../sandbox/messages.ts'
import {
  CONDITIONS,
  DEFAULT_CONFIG,
  scenarioOf,
  type Config,
  type ConfigResult,
  type EndpointPreset,
} from './config.ts'
import { isWholeLab, labScenarioOf, labScenarioUrl } from '../core/endpoint/lab-address.ts'
import { useNoticesStore } from './notices.ts'
import { useScenariosStore } from './scenarios.ts'
import { appStorage, parserOf, type StorageEntry } from './storage.ts'
import { translate } from './translate.ts'

/** The endpoint that a lesson or free play asks for. */
export interface EndpointWish {
  readonly scenario: string
  readonly conditions?: Partial<LinkConditions>
  /** The lesson has its own `server.js`, in place of the scenario's. */
  readonly bringsServer?: boolean
}

/** What programs connect to. */
const choiceShape = anyOf(
  [
    object({ kind: oneOf(['built-in']), scenario: string }),
    object({ kind: oneOf(['lab', 'live']), url: string }),
  ],
  'endpoint',
)
export type EndpointChoice = Infer<typeof choiceShape>

/** What a learner changed in one lesson, or in free play. */
const pickShape = object({
  choice: optional(choiceShape),
  conditions: optional(object(CONDITIONS)),
  /** Whether sockets go to the endpoint here, whatever they do elsewhere. */
  routed: optional(nullable(boolean)),
  /** Hosts that a program names, and for which the server in the page answers here. */
  inPage: optional(array(string)),
})
type Pick = Infer<typeof pickShape>

const storedShape = object({ routed: nullable(boolean), picks: record(pickShape) })

const endpointEntry: StorageEntry<Infer<typeof storedShape>> = {
  key: 'endpoint',
  parse: parserOf(storedShape),
  join: (one, other) => ({ routed: one.routed, picks: { ...other.picks, ...one.picks } }),
}

const FALLBACK_SCENARIO = 'echo'
/** Problems of config.json that are shown at once. */
const MAX_SHOWN = 5

export const useEndpointStore = defineStore('endpoint', () => {
  const storage = appStorage.take()
  const notices = useNoticesStore()
  const t = translate.take()

  const config = shallowRef<Config>(DEFAULT_CONFIG)
  /** Resolves when config.json has been read; `null` from then on. */
  const configuring = shallowRef<Promise<void> | null>(null)
  /** The site's root: the base of lab servers' relative URLs. */
  const siteUrl = ref('http://localhost/')
  const place = ref('')
  const wish = shallowRef<EndpointWish | null>(null)
  const picks = shallowRef<Readonly<Record<string, Pick>>>({})
  const ownRouted = ref<boolean | null>(null)

  /** Takes what is stored. */
  function refresh(): void {
    const stored = storage.read(endpointEntry)
    if (stored === null) return
    picks.value = stored.picks
    ownRouted.value = stored.routed
  }
  refresh()

  const locked = computed(() => config.value.locked)
  const { names: scenarioNames } = useScenariosStore()
  const presets = computed(() =>
    config.value.endpoints.map((preset) => ({
      ...preset,
      url: absoluteUrl(preset, siteUrl.value),
    })),
  )
  /** Lab servers that offer all their scenarios. */
  const labs = computed(() =>
    presets.value.filter(({ kind, url }) => kind === 'lab' && isWholeLab(url)),
  )
  const list = computed(() => ({
    scenarios: scenarioNames,
    labs: labs.value,
    /** Each has one address: a whole lab server is listed with the scenario used here. */
    presets: presets.value.map((preset) => resolved(preset, scenarioHere.value)),
  }))

  /** The scenario that this lesson or free play asks for. */
  const askedScenario = computed(
    () => scenarioOf(config.value.defaultEndpoint) ?? wish.value?.scenario ?? FALLBACK_SCENARIO,
  )
  /** The endpoint until the learner chooses one. */
  const defaultChoice = computed<EndpointChoice>(() => {
    const { defaultEndpoint } = config.value
    const preset = presets.value.find(({ name }) => name === defaultEndpoint)
    if (preset) return { kind: preset.kind, url: resolved(preset, askedScenario.value).url }
    return { kind: 'built-in', scenario: askedScenario.value }
  })
  const defaultConditions = computed<LinkConditions>(() => ({
    ...config.value.conditions,
    ...wish.value?.conditions,
  }))

  const pick = computed<Pick>(() => (locked.value ? {} : (picks.value[place.value] ?? {})))
  const choice = computed(() => {
    const picked = pick.value.choice
    return picked && isOffered(picked) ? picked : defaultChoice.value
  })
  /** The scenario that programs talk to; on a foreign server, the one that the lesson asks for. */
  const scenarioHere = computed(() => {
    const { value } = choice
    if (value.kind === 'built-in') return value.scenario
    return (value.kind === 'lab' ? labScenarioOf(value.url) : null) ?? askedScenario.value
  })
  const conditions = computed(() => pick.value.conditions ?? defaultConditions.value)
  const routed = computed(() =>
    locked.value
      ? config.value.routed
      : (pick.value.routed ?? ownRouted.value ?? config.value.routed),
  )
  const isDefault = computed(
    () => pick.value.choice === undefined && pick.value.conditions === undefined,
  )

  /** For display, in the language shown: `Built-in · echo`. */
  const name = computed(() => nameOf(choice.value))

  function nameOf(endpoint: EndpointChoice): string {
    if (endpoint.kind === 'built-in') {
      return `${t('endpoint.builtIn')} · ${serverNameOf(endpoint.scenario)}`
    }
    const preset = presets.value.find(({ url }) => url === endpoint.url)
    if (preset !== undefined) return preset.name
    const lab = endpoint.kind === 'lab' ? labOf(endpoint.url) : undefined
    if (lab !== undefined) return `${lab.name} · ${labScenarioOf(endpoint.url) ?? ''}`
    return new URL(endpoint.url).host
  }

  /** The name of a built-in server: its scenario, or the lesson's own server. */
  function serverNameOf(scenario: string): string {
    const isLessons = wish.value?.bringsServer === true && scenario === wish.value.scenario
    return isLessons ? t('endpoint.lessonServer') : scenario
  }

  /** The lab server that has this scenario. */
  function labOf(url: string) {
    return labs.value.find((lab) =>
      scenarioNames.some((scenario) => labScenarioUrl(lab.url, scenario) === url),
    )
  }

  /** @param seed of the built-in endpoint, an unsigned 32-bit integer. */
  function sandboxEndpointOf(target: EndpointChoice, seed: number): SandboxEndpoint {
    return target.kind === 'built-in'
      ? { kind: 'built-in', conditions: conditions.value, seed }
      : { kind: target.kind, url: target.url }
  }

  function isOffered(endpoint: EndpointChoice): boolean {
    if (endpoint.kind === 'built-in') return list.value.scenarios.includes(endpoint.scenario)
    const isPreset = presets.value.some(
      ({ kind, url }) => kind === endpoint.kind && url === endpoint.url && !isWholeLab(url),
    )
    if (endpoint.kind === 'lab') return isPreset || labOf(endpoint.url) !== undefined
    // What is stored may be no URL.
    return isPreset || (config.value.allowAnyUrl && URL.canParse(endpoint.url))
  }

  /** The defaults apply until config.json has been read, and where it is not valid. */
  function configure(loading: Promise<ConfigResult>): Promise<void> {
    configuring.value = loading.then((result) => {
      configuring.value = null
      config.value = result.config
      for (const { reason, params } of result.problems.slice(0, MAX_SHOWN))
        notices.show({ key: `endpoint.config.${reason}`, params, level: 'error' })
    })
    return configuring.value
  }

  /** Enters a lesson, by its slug, or `play`. */
  function enter(nextPlace: string, nextWish: EndpointWish | null): void {
    place.value = nextPlace
    wish.value = nextWish
  }

  function amend(change: Pick): void {
    if (locked.value) return
    picks.value = { ...picks.value, [place.value]: { ...pick.value, ...change } }
  }

  function choose(endpoint: EndpointChoice): void {
    if (!isOffered(endpoint)) return
    // Sockets went where the program says for the sake of another endpoint.
    amend({ choice: endpoint, ...(hasOwnRouting() && { routed: null }) })
  }

  function hasOwnRouting(): boolean {
    return typeof pick.value.routed === 'boolean'
  }

  function setConditions(next: LinkConditions): void {
    amend({ conditions: next })
  }

  function setRouted(next: boolean): void {
    if (locked.value) return
    ownRouted.value = next
    if (hasOwnRouting()) amend({ routed: next })
  }

  /** @param host of a URL in the program, with its port: the choice's name. */
  function goWhereNamed(host: string): void {
    amend({ choice: { kind: 'live', url: `ws://${host}/` }, routed: false })
  }

  function stayInPage(host: string): void {
    amend({ inPage: [...(pick.value.inPage ?? []), host] })
  }

  function staysInPage(host: string): boolean {
    return pick.value.inPage?.includes(host) === true
  }

  /** Drops the learner's changes in this lesson, or in free play. */
  function useDefault(): void {
    const others = Object.entries(picks.value).filter(([key]) => key !== place.value)
    picks.value = Object.fromEntries(others)
  }

  watch(ownRouted, (own) =>
    storage.update(endpointEntry, (stored) => ({ picks: stored?.picks ?? {}, routed: own })),
  )
  // Another tab may have chosen elsewhere since.
  watch(picks, (now, before) =>
    storage.update(endpointEntry, (stored) => {
      const gone = Object.keys(before).filter((key) => !Object.hasOwn(now, key))
      const others = Object.entries(stored?.picks ?? {}).filter(
        ([key]) => !gone.includes(key) && now[key] === before[key],
      )
      const changed = Object.entries(now).filter(([key, pick]) => pick !== before[key])
      return {
        routed: stored?.routed ?? ownRouted.value,
        picks: Object.fromEntries([...others, ...changed]),
      }
    }),
  )

  return {
    config,
    configuring,
    configure,
    refresh,
    siteUrl,
    choice,
    conditions,
    routed,
    locked,
    list,
    askedScenario,
    scenarioHere,
    name,
    isDefault,
    nameOf,
    serverNameOf,
    sandboxEndpointOf,
    enter,
    choose,
    setConditions,
    setRouted,
    goWhereNamed,
    stayInPage,
    staysInPage,
    useDefault,
  }
})

/** A lab server's URL may be relative to the page, if the same server sent it. */
function absoluteUrl(preset: EndpointPreset, siteUrl: string): string {
  const url = new URL(preset.url, siteUrl)
  if (url.protocol === 'http:') url.protocol = 'ws:'
  if (url.protocol === 'https:') url.protocol = 'wss:'
  return url.href
}

/** Narrows a whole lab server to one of its scenarios. */
function resolved<P extends EndpointPreset>(preset: P, scenario: string): P {
  const { kind, name, url } = preset
  if (kind !== 'lab' || !isWholeLab(url)) return preset
  return { ...preset, name: `${name} · ${scenario}`, url: labScenarioUrl(url, scenario) }
}
