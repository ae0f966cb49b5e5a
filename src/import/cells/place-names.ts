/** Countries and localities under the names that OGP's files have given them over the years. */
import type { Sql } from '../../db/client.ts'
import { COUNTRY_NAMES, plainName } from '../../db/country-names.ts'

export type Place = {
  country: string
  locality: string | null /** What plans of this place are named by. */
  slug: string
  member: string | null
}
export type Places = { find(name: string, code?: string): Place | undefined; names(): string[] }

/** Local members that joined after 2016; the fifteen of the pilot are among our own members. */
const LOCALITIES: { [name: string]: string } = { 'south cotabato': 'south-cotabato', 'kaduna state': 'kaduna-state' }

/** Learns the names from the database: English, French, ISO codes, and local members. */
export async function readPlaces(sql: Sql): Promise<Places> {
  const countries = await sql<{ id: string; iso3: string; name_en: string; name_fr: string }[]>`
    select id, iso3, name_en, name_fr from countries where valid_to is null`
  const members = await sql<{ id: string; kind: string; country: string; name_en: string; name_fr: string }[]>`
    select id, kind, country, name_en, name_fr from members where valid_to is null`
  const codes = new Map<string, string>()
  for (const { id, iso3, name_en, name_fr } of countries) {
    for (const name of [id, iso3, name_en, name_fr]) codes.set(plainName(name), id)
  }
  const known = new Set(countries.map(({ id }) => id))
  for (const [name, code] of Object.entries(COUNTRY_NAMES)) if (known.has(code)) codes.set(name, code)
  const locals = new Map(
    members
      .filter(({ kind }) => kind === 'local')
      .flatMap(({ id, name_en, name_fr }) => [id, name_en, name_fr].map(name => [plainName(name), id] as const))
  )
  const memberIds = new Set(members.map(({ id }) => id))

  const country = (name: string) => codes.get(plainName(name).replace(/^the /, '')) ?? codes.get(plainName(name))
  return {
    names: () => countries.map(({ name_en }) => name_en),
    find(name, code) {
      const whole = country(name)
      if (whole) return { country: whole, locality: null, slug: whole, member: memberIds.has(whole) ? whole : null }
      // "Jalisco, Mexico": a local member and its country.
      const at = name.lastIndexOf(',')
      const parent = at > 0 ? country(name.slice(at + 1)) : undefined
      const local = at > 0 ? name.slice(0, at).trim() : name.trim()
      const slug = locals.get(plainName(local)) ?? LOCALITIES[plainName(local)]
      const parentOf = parent ?? members.find(({ id }) => id === slug)?.country
      if (slug && parentOf)
        return { country: parentOf, locality: local, slug, member: memberIds.has(slug) ? slug : null }
      const byCode = code ? country(code) : undefined
      return byCode
        ? { country: byCode, locality: null, slug: byCode, member: memberIds.has(byCode) ? byCode : null }
        : undefined
    }
  }
}
