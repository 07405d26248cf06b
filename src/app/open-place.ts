import type { Pinia } from 'pinia'
import type { RouteLocation } from 'vue-router'
import type { Locale } from '../core/locale/locale.ts'
import { useCourseStore } from '../stores/course.ts'
import { useEndpointStore } from '../stores/endpoint.ts'
import { PLAY_STARTER } from '../stores/play-starter.ts'
import { useScenariosStore } from '../stores/scenarios.ts'
import { useWorkspaceStore } from '../stores/workspace.ts'

/** The workspace of free play, beside those of the lessons. */
const PLAY = 'play'

/** Opens what an address names, so that its screen is whole when it is first drawn. */
export async function openPlace(pinia: Pinia, to: RouteLocation, locale: Locale): Promise<void> {
  const course = useCourseStore(pinia)
  switch (to.name) {
    case 'course':
    case 'progress':
      return course.listIn(locale)
    case 'figures':
      return course.outlineIn(locale)
    case 'glossary':
      // The outline names the lessons that use a term.
      await Promise.all([course.outlineIn(locale), course.glossaryIn(locale)])
      return
    case 'play':
      return openPlay(pinia)
    case 'lesson':
    case 'fault':
      await Promise.all([
        course.open(String(to.params['slug']), locale),
        // It names the next lesson; the lesson is whole without it.
        course.outlineIn(locale).catch(() => undefined),
      ])
      return openProgram(pinia)
  }
}

async function openPlay(pinia: Pinia): Promise<void> {
  const workspace = useWorkspaceStore(pinia)
  useCourseStore(pinia).close()
  useEndpointStore(pinia).enter(PLAY, null)
  await loadServer(pinia)
  if (workspace.id === PLAY) return
  workspace.open(PLAY, PLAY_STARTER)
  workspace.access = 'open'
}

/** Opens the program of the lesson that is open. */
async function openProgram(pinia: Pinia): Promise<void> {
  const { lesson } = useCourseStore(pinia)
  const workspace = useWorkspaceStore(pinia)
  if (lesson === null) return
  const { slug, start, worlds, fault } = lesson
  const [{ scenario, conditions }] = worlds
  const bringsServer = start['server.js'] !== undefined
  useEndpointStore(pinia).enter(slug, { scenario, conditions, bringsServer })
  await loadServer(pinia)
  if (workspace.id === slug) return
  workspace.open(slug, { program: start, scenario })
  workspace.access = fault === undefined ? 'open' : 'closed'
}

/** Loads the server program that the editor shows beside the learner's. */
async function loadServer(pinia: Pinia): Promise<void> {
  const { choice } = useEndpointStore(pinia)
  if (choice.kind === 'built-in') await useScenariosStore(pinia).load(choice.scenario)
}
