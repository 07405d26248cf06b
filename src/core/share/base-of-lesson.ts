import type { LessonPlan, World } from '../lesson/lesson-plan.ts'
import type { MomentWorld } from './moment.ts'
import type { Base } from './packed-moment.ts'

/**
 * What every reader of a lesson has.
 * @param servers the sources of scenarios, by name.
 */
export function baseOfLesson(
  { start, startIn, tries, worlds }: LessonPlan,
  servers: Readonly<Record<string, string>>,
): Base {
  const translated = Object.entries(startIn).map(([locale, its]) => [`start/${locale}`, its])
  const samples = tries.map(({ id, program }) => [`try/${id}`, program])
  const ofWorlds = worlds.map(({ id, files }) => [`world/${id}`, files])
  return {
    programs: Object.fromEntries([
      ['start', start],
      ...translated,
      ...samples,
      ...ofWorlds,
      ...serversOf(servers),
    ]),
    worlds: Object.fromEntries(worlds.map((world) => [world.id, momentWorldOf(world)])),
  }
}

/** What everybody has in free play. */
export function baseOfPlay(servers: Readonly<Record<string, string>>): Base {
  return { programs: Object.fromEntries(serversOf(servers)), worlds: {} }
}

function serversOf(servers: Readonly<Record<string, string>>) {
  return Object.entries(servers).map(
    ([name, source]) => [`scenario/${name}`, { 'server.js': source }] as const,
  )
}

export function momentWorldOf(world: Omit<World, 'id' | 'scenario' | 'files'>): MomentWorld {
  const { conditions, seed, until, inputs, interventions, origin, attacker, servers } = world
  return {
    conditions,
    seed,
    until,
    inputs,
    interventions,
    ...(origin !== undefined && { origin }),
    ...(attacker !== undefined && { attacker }),
    ...(servers !== undefined && { servers }),
  }
}
